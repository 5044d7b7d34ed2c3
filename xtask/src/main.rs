//! The broom of this repository: everything that is done to the program and is not the program.

use std::process::ExitCode;

mod bench;
mod compile;
mod count;
mod dist;
mod fuzz;
mod options;
mod prepare;
mod release;
mod reproduce;
mod run;
mod sbom;
mod serve;
mod site;
mod stage;
mod test;
mod tidy;
mod tools;
mod verify;
mod workspace;

use run::Outcome;

const HELP: &str = "\
usage: cargo xtask <command> [options]

  serve [--port N] [--release] [--watch]
                                  build the page and serve it on this computer
  test [--long] [STAGE ...]       set up what is missing and test everything, or the stages named
  bench [--native] [--browser] [--lighthouse] [NAME ...]
                                  measure, and print the goals beside what this computer reaches
  fuzz [--seconds N] [TARGET ...] feed inputs that nobody should write
  release                         what changed for people since the last tag, and whether the version fits
  tidy                            look for broken house rules
  dist [--public-url PATH] [--out FOLDER]
                                  build the site for release, into dist/
  size                            what each file, text and crate of the build in dist/ costs
  shots                           pictures of the build in dist/, into shots/
  verify FOLDER|ADDRESS [--build FOLDER]
                                  whether a site is what the build in dist/ is
  reproduce [--public-url PATH]   build twice, in different folders and cargo homes, and compare
  sbom [--out FILE]               what the page's program is made of, as CycloneDX
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
        "test" => test::command(rest),
        "bench" => bench::command(rest),
        "fuzz" => fuzz::command(rest),
        "release" => release::command(rest),
        "tidy" => tidy::command(rest),
        "size" => tools::size(rest),
        "shots" => tools::shots(rest),
        "reproduce" => reproduce::command(rest),
        "sbom" => sbom::command(rest),
        "verify" => verify::command(rest),
        "finish" => site::command(rest),
        // What cargo calls to run tests in Wasm; see `test`.
        "run-wasm-tests" => run_wasm_tests(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`; `cargo xtask help` lists them")),
    }
}

/// Runs one file of tests by the runner that comes with wasm-bindgen.
fn run_wasm_tests(words: &[String]) -> Outcome {
    let words = std::iter::once("wasm-bindgen-test-runner".to_owned()).chain(words.iter().cloned());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(words).map_err(|error| format!("{error:#}"))
}
