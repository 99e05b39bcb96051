//! What an uploaded paper really is, whatever it is called: the floor looks at its content, and its
//! ending must not say otherwise.

use platform::{
    Problem, Result,
    files::{self, Unusable},
};

use crate::problems::{FILE_ACTIVE, FILE_KIND, FILE_LARGE};

/// The media type of a picture or PDF.
///
/// # Errors
/// `decide.file.kind` for anything else, also where name and content disagree in kind;
/// `decide.file.active` for a PDF that is more than pages.
pub(super) fn media(name: &str, bytes: &[u8]) -> Result<&'static str> {
    let media = files::scan(bytes).map_err(|why| match why {
        Unusable::TooLarge => Problem::new(&FILE_LARGE),
        Unusable::NoPicture => Problem::new(&FILE_KIND),
        Unusable::Active => Problem::new(&FILE_ACTIVE),
    })?;
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let fits = match ending.as_deref() {
        Some("pdf") => media == "application/pdf",
        Some("jpg" | "jpeg" | "png" | "webp") => media.starts_with("image/"),
        // A phone's camera may give no ending; any other ending is a lie.
        None => true,
        Some(_) => false,
    };
    fits.then_some(media)
        .ok_or_else(|| Problem::new(&FILE_KIND))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<&'static str>) -> &'static str {
        result.err().map_or("", |p| p.kind().code)
    }

    #[test]
    fn what_is_no_picture_and_no_pdf_is_refused_whatever_its_name() {
        assert_eq!(
            code(media("photo.jpg", b"MZ\x90\x00program")),
            "decide.file.kind"
        );
        assert_eq!(
            code(media("run.exe", &[0xFF, 0xD8, 0xFF, 0xE0])),
            "decide.file.kind"
        );
        assert_eq!(
            code(media("a.pdf", &[0xFF, 0xD8, 0xFF, 0xE0])),
            "decide.file.kind"
        );
        assert_eq!(
            media("照片.JPG", &[0xFF, 0xD8, 0xFF, 0xE0]).unwrap(),
            "image/jpeg"
        );
    }

    #[test]
    fn a_pdf_that_acts_is_refused() {
        let plain = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj";
        assert_eq!(media("a.pdf", plain).unwrap(), "application/pdf");
        let acting = b"%PDF-1.7\n<</S/J#61vaScript>>";
        assert_eq!(code(media("a.pdf", acting)), "decide.file.active");
    }
}
