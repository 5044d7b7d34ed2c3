//! A reminder for a calendar (RFC 5545). It tells a day and neutral words, and nothing about the person
//! or about this tool: calendars are synchronized and shared.

use deemed_engine::date::Date;

/// No line may be longer than this many bytes.
const LINE_BYTES_MAX: usize = 75;

/// What a reminder says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// The day it is for.
    pub day: Date,
    /// The day it is made.
    pub made: Date,
    /// Its title.
    pub title: &'a str,
}

/// The calendar file.
pub fn reminder(reminder: &Reminder<'_>) -> String {
    let (day, made) = (digits(reminder.day), digits(reminder.made));
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Reminder//1//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:reminder-{day}-{made}"),
        format!("DTSTAMP:{made}T000000Z"),
        format!("DTSTART;VALUE=DATE:{day}"),
        format!("SUMMARY:{}", escaped(reminder.title)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

fn digits(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace(['\r', '\n'], " ")
}

/// A line, broken where it is too long: what follows a break begins with a space.
fn folded(line: &str) -> String {
    let mut written = String::new();
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LINE_BYTES_MAX {
            written.push_str("\r\n ");
            bytes = 1;
        }
        written.push(letter);
        bytes += letter.len_utf8();
    }
    written.push_str("\r\n");
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(title: &str) -> String {
        let day = |text| Date::parse(text).unwrap();
        reminder(&Reminder { day: day("2027-05-21"), made: day("2026-11-25"), title })
    }

    #[test]
    fn it_is_an_event_of_one_day() {
        let written = written("Look again");
        assert!(written.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(written.contains("\r\nDTSTART;VALUE=DATE:20270521\r\n"));
        assert!(written.contains("\r\nSUMMARY:Look again\r\n"));
        assert!(written.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    }

    #[test]
    fn special_letters_are_escaped() {
        assert!(written("a, b; c\\d\ne").contains("SUMMARY:a\\, b\\; c\\\\d e\r\n"));
    }

    #[test]
    fn no_line_is_too_long_and_none_loses_a_letter() {
        let title = "规".repeat(60);
        let written = written(&title);
        assert!(written.split("\r\n").all(|line| line.len() <= LINE_BYTES_MAX));
        assert!(written.replace("\r\n ", "").contains(&title));
    }
}
