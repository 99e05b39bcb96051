//! Documents from the pack's templates: one letter, or a batch of them as one file.

mod forms;
#[cfg(test)]
mod tests;

pub use self::forms::form_letter;

use pack::model::{TemplateBody, TemplateStyle, TemplateText};
use paper::{Block, Body, Grid, Letter, PaperError, Style, Values};

/// The template as a letter with its places still open: what an office gets to change.
pub fn letter(template: &TemplateText) -> Letter {
    let blocks = template.blocks.iter().map(|block| Block {
        when: block.when.clone(),
        body: match &block.body {
            TemplateBody::Page => Body::Page,
            TemplateBody::Text(style, text) => Body::Text(self::style(*style), text.clone()),
            TemplateBody::Table {
                head,
                widths,
                each,
                rows,
            } => Body::Grid(Grid {
                widths: widths.clone(),
                head: head.clone(),
                rows: rows.clone(),
                each: each.clone(),
            }),
        },
    });
    Letter {
        blocks: blocks.collect(),
    }
}

fn style(style: TemplateStyle) -> Style {
    match style {
        TemplateStyle::Title => Style::Title,
        TemplateStyle::Subtitle => Style::Subtitle,
        TemplateStyle::Heading => Style::Heading,
        TemplateStyle::Text => Style::Text,
        TemplateStyle::Line => Style::Line,
        TemplateStyle::Right => Style::Right,
        TemplateStyle::Small => Style::Small,
    }
}

/// Fills a template for each of the values, in their order, each on a page of its own.
///
/// # Errors
/// Where a place has no value; the places are named.
pub fn compose(template: &TemplateText, all: &[Values]) -> Result<Letter, PaperError> {
    let open = letter(template);
    let filled = all.iter().map(|values| open.fill(values));
    Ok(Letter::join(filled.collect::<Result<Vec<_>, _>>()?))
}
