//! JSON Schema 2020-12 of the rule files, from the same table that checks them.

use deemed_engine::formats::Kind;
use deemed_engine::shape::Shape;
use serde_json::{Map, Value, json};

/// The schema of one kind of file.
pub fn of(kind: Kind) -> Value {
    let mut schema = shape(kind.shape());
    if let Some(entries) = schema.as_object_mut() {
        let head = [
            ("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into()),
            ("title".to_owned(), format!("Deemed: {}", kind.name()).into()),
        ];
        let mut whole: Map<String, Value> = head.into_iter().collect();
        whole.append(entries);
        // Files may name their schema; editors look for it.
        if let Some(properties) = whole.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("$schema".to_owned(), json!({"type": "string"}));
        }
        if format!("{whole:?}").contains("#/$defs/condition") {
            whole.insert("$defs".to_owned(), json!({"condition": condition()}));
        }
        schema = whole.into();
    }
    schema
}

fn shape(shape_of: Shape) -> Value {
    match shape_of {
        Shape::Text | Shape::Words => json!({"type": "string", "minLength": 1}),
        Shape::Id => json!({"type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$"}),
        Shape::Date => json!({"type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$"}),
        Shape::Address => json!({"type": "string", "format": "uri", "pattern": "^https://\\S*$"}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Number => json!({"type": "integer", "minimum": 0}),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::List(inner) => json!({"type": "array", "items": shape(*inner)}),
        Shape::Some(inner) => json!({"type": "array", "minItems": 1, "items": shape(*inner)}),
        Shape::Map(inner) => json!({"type": "object", "additionalProperties": shape(*inner)}),
        Shape::Condition => json!({"$ref": "#/$defs/condition"}),
        Shape::Object(fields) => {
            let property = |field: &deemed_engine::shape::Field| {
                let mut value = shape(field.shape);
                if let Some(entries) = value.as_object_mut() {
                    entries.insert("description".to_owned(), field.about.into());
                }
                (field.key.to_owned(), value)
            };
            let properties: Map<String, Value> = fields.iter().map(property).collect();
            let required: Vec<&str> =
                fields.iter().filter(|field| field.required).map(|field| field.key).collect();
            json!({
                "type": "object", "properties": properties, "required": required, "additionalProperties": false,
            })
        }
    }
}

/// A condition has exactly one of these forms.
fn condition() -> Value {
    let words = json!({"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}});
    let parts = json!({"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/condition"}});
    let text = json!({"type": "string", "minLength": 1});
    let form = |entries: &[(&str, &Value)]| {
        let properties: Map<String, Value> =
            entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).clone())).collect();
        let required: Vec<&str> = entries.iter().map(|(key, _)| *key).collect();
        json!({
            "type": "object", "properties": properties, "required": required, "additionalProperties": false,
        })
    };
    let inner = json!({"$ref": "#/$defs/condition"});
    json!({
        "description": "when it holds",
        "oneOf": [
            form(&[("fact", &text), ("in", &words)]),
            form(&[("place", &text), ("in-group", &words)]),
            form(&[("place", &text), ("in", &words)]),
            form(&[("concept", &text)]),
            form(&[("all", &parts)]),
            form(&[("any", &parts)]),
            form(&[("not", &inner)]),
        ],
    })
}

/// Path and text of every schema file, and of the editor's settings that point to them.
pub fn files() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Kind::ALL
        .iter()
        .map(|kind| (format!("schemas/{}.json", kind.name()), format!("{:#}\n", of(*kind))))
        .collect();
    let mapping: Vec<Value> = Kind::ALL
        .iter()
        .map(|kind| json!({"fileMatch": [place(*kind)], "url": format!("./schemas/{}.json", kind.name())}))
        .collect();
    files.push((".vscode/settings.json".to_owned(), format!("{:#}\n", json!({"json.schemas": mapping}))));
    files
}

/// Where files of a kind stand.
fn place(kind: Kind) -> Value {
    match kind {
        Kind::Rulebook => "rulebook/rulebook.json".into(),
        Kind::Places => "rulebook/places.json".into(),
        Kind::Codes => "rulebook/codes.json".into(),
        Kind::Question => "rulebook/questions/*.json".into(),
        Kind::Concept => "rulebook/concepts/*.json".into(),
        Kind::Law => "rulebook/laws/*/law.json".into(),
        Kind::Issue => "rulebook/laws/*/!(law).json".into(),
        Kind::Outcome => "rulebook/outcomes/*/*/*.json".into(),
        Kind::Source => "rulebook/sources/*.json".into(),
        Kind::Card => "rulebook/cards/*/*.json".into(),
        Kind::Scenario => "rulebook/scenarios/*.json".into(),
    }
}
