//! Starts the page.

fn main() {
    deemed::view::start();
}
