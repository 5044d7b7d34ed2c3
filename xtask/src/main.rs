//! The broom of this repository: everything that is done to the program and is not the program.

use std::process::ExitCode;

mod compile;
mod dist;
mod options;
mod prepare;
mod run;
mod serve;
mod site;
mod stage;
mod workspace;

use run::Outcome;

const HELP: &str = "\
usage: cargo xtask <command> [options]

  serve [--port N] [--release]    build the page and serve it on this computer
  dist [--public-url PATH] [--out FOLDER]
                                  build the site for release, into dist/
  finish [--from FOLDER] [--public-url PATH]
                                  make a site of what wasm-bindgen wrote (the post_build hook of Trunk)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the first word names.
fn dispatch(words: &[String]) -> Outcome {
    let Some((command, rest)) = words.split_first() else {
        print!("{HELP}");
        return Ok(());
    };
    match command.as_str() {
        "serve" => serve::command(rest),
        "dist" => dist::command(rest),
        "finish" => site::command(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`; `cargo xtask help` lists them")),
    }
}
