//! Addresses as codes that a phone can scan, drawn as SVG.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::run::Outcome;

/// Light modules around the code, as the standard asks.
const MARGIN: i32 = 4;

/// Draws the address.
///
/// # Errors
/// When it is too long.
pub fn draw(address: &str) -> Outcome<String> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium)
        .map_err(|error| format!("`{address}` makes no code: {error:?}"))?;
    let size = code.size() + 2 * MARGIN;
    let mut dark = String::new();
    for row in 0..code.size() {
        for column in (0..code.size()).filter(|column| code.get_module(*column, row)) {
            let _ = write!(dark, "M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path d=\"{dark}\"/></svg>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::draw;

    /// Reads the drawing as a phone reads the paper: from its dark and light squares.
    fn read(drawing: &str) -> String {
        const SCALE: usize = 4;
        let side: usize =
            drawing.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let path = drawing.rsplit(" d=\"").next().unwrap();
        let dark: Vec<(usize, usize)> = path
            .split('M')
            .filter_map(|part| part.split_once('h')?.0.split_once(' '))
            .map(|(column, row)| (column.parse().unwrap(), row.parse().unwrap()))
            .collect();
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * SCALE, side * SCALE, |x, y| {
            if dark.contains(&(x / SCALE, y / SCALE)) { 0 } else { 255 }
        });
        picture.detect_grids().first().unwrap().decode().unwrap().1
    }

    #[test]
    fn a_code_reads_as_the_address_it_was_made_of() {
        for address in
            ["https://deemed.github.io/deemed/", "https://deemed.github.io/deemed/?for=demo&lang=zh-Hans"]
        {
            assert_eq!(read(&draw(address).unwrap()), address);
        }
    }
}
