//! Forms to fill in: drop-downs from code lists, notes, an example.

use std::io::Write;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, FormatBorder, Formula, Workbook, XlsxError,
};

use crate::error::PaperError;

/// Rows that get the drop-downs and the text format.
const ROWS: u32 = 20_000;
/// A drop-down's own remark may be this long.
const MESSAGE: usize = 250;

/// A column of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its title.
    pub title: String,
    /// What to write there, shown beside the cell and on the sheet of notes.
    pub note: String,
    /// An example of a good value.
    pub example: String,
    /// Allowed values; a drop-down where there are any.
    pub choices: Vec<String>,
    /// Has to be filled in; its title gets a star.
    pub required: bool,
    /// Width in characters.
    pub width: u16,
}

/// A form: a sheet to fill in, a sheet of notes with an example, a hidden sheet of lists.
#[derive(Clone, Debug, Default)]
pub struct Template {
    /// Name of the sheet to fill in.
    pub name: String,
    /// Its columns.
    pub fields: Vec<Field>,
    /// General notes, a line each.
    pub notes: Vec<String>,
}

impl Template {
    /// Writes the form; the same form gives the same bytes.
    ///
    /// # Errors
    /// Where a name is not allowed or the output cannot be written.
    pub fn write(&self, out: impl Write + Send) -> Result<(), PaperError> {
        self.build(out).map_err(PaperError::unwritable)
    }

    fn build(&self, out: impl Write + Send) -> Result<(), XlsxError> {
        let mut book = Workbook::new();
        let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(
            &DocProperties::new()
                .set_author("")
                .set_creation_datetime(&day),
        );
        self.fill_in(&mut book)?;
        self.explain(&mut book)?;
        self.lists(&mut book)?;
        book.save_to_writer(out)
    }

    fn fill_in(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(&self.name)?.set_freeze_panes(1, 0)?;
        sheet
            .set_paper_size(9)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_repeat_rows(0, 0)?;
        // Everything is text: a spreadsheet would round identity numbers and turn
        // dates into its own.
        let text = Format::new().set_num_format("@");
        for (i, field) in self.fields.iter().enumerate() {
            let column = i as u16;
            sheet.set_column_width(column, field.width.max(8))?;
            sheet.set_column_format(column, &text)?;
            let title = if field.required {
                format!("*{}", field.title)
            } else {
                field.title.clone()
            };
            sheet.write_string_with_format(0, column, title, &head(field.required))?;
            let mut rule = DataValidation::new();
            if !field.choices.is_empty() {
                let letters = crate::xlsx::letters(i as u32);
                let last = field.choices.len();
                rule = rule
                    .allow_list_formula(Formula::new(format!(
                        "='代码'!${letters}$1:${letters}${last}"
                    )))
                    .set_error_style(DataValidationErrorStyle::Stop)
                    .set_error_title("请选择")?
                    .set_error_message("请从下拉列表中选择。Please choose from the list.")?;
            } else if field.note.is_empty() {
                continue;
            }
            if !field.note.is_empty() {
                rule =
                    rule.set_input_message(field.note.chars().take(MESSAGE).collect::<String>())?;
            }
            sheet.add_data_validation(1, column, ROWS, column, &rule)?;
        }
        Ok(())
    }

    fn explain(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name("说明")?;
        sheet.set_column_width(0, 24)?.set_column_width(1, 8)?;
        sheet.set_column_width(2, 60)?.set_column_width(3, 30)?;
        let mut row = 0;
        for note in &self.notes {
            sheet.write_string(row, 0, note)?;
            row += 1;
        }
        if row > 0 {
            row += 1;
        }
        for (column, title) in ["列", "必填", "说明", "示例"].into_iter().enumerate() {
            sheet.write_string_with_format(row, column as u16, title, &head(false))?;
        }
        let wrap = Format::new()
            .set_text_wrap()
            .set_border(FormatBorder::Thin)
            .set_num_format("@");
        for field in &self.fields {
            row += 1;
            let required = if field.required { "是" } else { "" };
            for (column, text) in [field.title.as_str(), required, &field.note, &field.example]
                .into_iter()
                .enumerate()
            {
                sheet.write_string_with_format(row, column as u16, text, &wrap)?;
            }
        }
        Ok(())
    }

    fn lists(&self, book: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name("代码")?.set_hidden(true);
        for (i, field) in self.fields.iter().enumerate() {
            for (j, choice) in field.choices.iter().enumerate() {
                sheet.write_string(j as u32, i as u16, choice)?;
            }
        }
        Ok(())
    }
}

fn head(required: bool) -> Format {
    let format = Format::new()
        .set_bold()
        .set_num_format("@")
        .set_align(FormatAlign::Center)
        .set_border(FormatBorder::Thin)
        .set_background_color(Color::RGB(0x00DD_EBF7));
    if required {
        format.set_font_color(Color::RGB(0x00C0_0000))
    } else {
        format
    }
}
