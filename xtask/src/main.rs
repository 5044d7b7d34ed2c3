fn main() { println!("broom"); }
