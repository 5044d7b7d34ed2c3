//! A server of files for this computer alone.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::compile::{Profile, compile};
use crate::options::Options;
use crate::run::{Outcome, empty, files_below};
use crate::site::{Parts, Views, finish, write_gallery};
use crate::stage::stage;
use crate::workspace::{root, target};

/// `serve`: builds the page and serves it until the program is ended.
///
/// # Errors
/// When the page cannot be built or the port cannot be had.
pub fn command(words: &[String]) -> Outcome {
    let options = Options::read(words, &["--port"], &["--release", "--watch"])?;
    let port = options.value("--port").unwrap_or("8080");
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is not a port number"))?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|error| format!("port `{port}` cannot be had ({error}); choose another with `--port`"))?;
    let root = root()?;
    let profile = if options.has("--release") { Profile::Web } else { Profile::Development };
    let folder = target(&root).join("site");
    build(&root, profile, &folder)?;
    println!("\nThe page is at http://localhost:{port}/ (Ctrl-C ends this)");
    println!("The gallery of components is at http://localhost:{port}/gallery/");
    if options.has("--watch") {
        println!("It is built again when a source changes; load it again then");
        let folder = folder.clone();
        std::thread::spawn(move || watch(&root, profile, &folder));
    }
    serve(&listener, folder);
    Ok(())
}

fn build(root: &Path, profile: Profile, folder: &Path) -> Outcome {
    stage("build the page", || {
        // Drawing the first views means building the program once more; who develops waits long enough.
        let views = if profile == Profile::Web { Views::draw(root)? } else { Views::default() };
        let parts = Parts::read(root, &compile(root, profile)?, views)?;
        empty(folder)?;
        finish(root, parts, folder, "/")?;
        write_gallery(root, folder)
    })
}

/// Builds again, for ever, whenever a source is newer than the last look.
fn watch(root: &Path, profile: Profile, folder: &Path) {
    let mut seen = newest(root);
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let now = newest(root);
        if now > seen {
            seen = now;
            if let Err(problem) = build(root, profile, folder) {
                eprintln!("error: {problem}");
            }
        }
    }
}

/// When a source was last changed.
fn newest(root: &Path) -> Option<SystemTime> {
    let folders = ["src", "crates", "rulebook", "locales", "static"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| {
        files_below(folder).unwrap_or_default().into_iter().map(move |file| folder.join(file))
    });
    files.filter_map(|file| file.metadata().and_then(|facts| facts.modified()).ok()).max()
}

/// Answers requests, each on a thread of its own.
fn serve(listener: &TcpListener, folder: PathBuf) {
    let folder = Arc::new(folder);
    for stream in listener.incoming().flatten() {
        let folder = Arc::clone(&folder);
        // A browser that goes away in the middle is nothing to stop for.
        std::thread::spawn(move || answer(&stream, &folder).ok());
    }
}

fn answer(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let reply = reply(&request, folder);
    let head = format!(
        "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         Access-Control-Allow-Origin: *\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        reply.status,
        reply.kind,
        reply.body.len()
    );
    stream.write_all(head.as_bytes())?;
    if !request.starts_with("HEAD ") {
        stream.write_all(&reply.body)?;
    }
    stream.flush()
}

struct Reply {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

fn reply(request: &str, folder: &Path) -> Reply {
    let mut words = request.split(' ');
    let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return Reply { status: "405 Method Not Allowed", kind: "text/plain", body: Vec::new() };
    }
    if let Some(path) = file_for(address)
        && let Ok(body) = std::fs::read(folder.join(&path))
    {
        return Reply { status: "200 OK", kind: kind(&path), body };
    }
    let body = std::fs::read(folder.join("404.html")).unwrap_or_default();
    Reply { status: "404 Not Found", kind: "text/html; charset=utf-8", body }
}

/// The file that the address asks for, unless it leads out of the folder.
fn file_for(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = PathBuf::from(path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    inside.then_some(path)
}

/// The media type that belongs to the file's name.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{file_for, kind};

    #[test]
    fn addresses_lead_to_files_inside_the_folder_only() {
        assert_eq!(file_for("/"), Some(PathBuf::from("index.html")));
        assert_eq!(file_for("/deemed.js?x=1"), Some(PathBuf::from("deemed.js")));
        assert_eq!(file_for("/embed/"), Some(PathBuf::from("embed/index.html")));
        assert_eq!(file_for("/../Cargo.toml"), None);
        assert_eq!(file_for("//../etc/passwd"), None);
    }

    #[test]
    fn wasm_gets_the_type_that_browsers_want() {
        assert_eq!(kind(Path::new("a.wasm")), "application/wasm");
    }
}
