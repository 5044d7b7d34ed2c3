//! Progress of long work: shown on a terminal after two seconds, silent in a pipe.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, Instant};

/// How long work may take before it shows how far it is.
const QUIET: Duration = Duration::from_secs(2);

/// A line on standard error that is written over.
#[derive(Debug)]
pub struct Progress {
    what: &'static str,
    total: usize,
    done: usize,
    start: Instant,
    shown: Option<Instant>,
}

impl Progress {
    /// Begins.
    pub fn new(what: &'static str, total: usize) -> Self {
        Self { what, total, done: 0, start: Instant::now(), shown: None }
    }

    /// One part is done.
    pub fn step(&mut self) {
        self.done += 1;
        let is_due = self.shown.is_none_or(|shown| shown.elapsed() > QUIET / 10);
        if self.start.elapsed() > QUIET && is_due && std::io::stderr().is_terminal() {
            self.shown = Some(Instant::now());
            let _ = write!(std::io::stderr(), "\r{}: {} of {} ", self.what, self.done, self.total);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.is_some() {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

/// Says how long work goes on that has no parts to count: from the third second on, on a terminal.
#[derive(Debug)]
pub struct Clock {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Clock {
    /// Begins; it ends when it is dropped.
    pub fn start(what: &'static str) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self { running: None };
        }
        let (sender, receiver) = channel();
        let start = Instant::now();
        let thread = spawn(move || {
            let mut wait = QUIET;
            let mut is_shown = false;
            while receiver.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let seconds = start.elapsed().as_secs();
                let _ = write!(std::io::stderr(), "\r{what}: working for {seconds} seconds ");
                (wait, is_shown) = (QUIET / 2, true);
            }
            if is_shown {
                let _ = write!(std::io::stderr(), "\r\u{1b}[K");
            }
        });
        Self { running: Some((sender, thread)) }
    }
}

impl Drop for Clock {
    fn drop(&mut self) {
        if let Some((sender, thread)) = self.running.take() {
            drop(sender);
            let _ = thread.join();
        }
    }
}
