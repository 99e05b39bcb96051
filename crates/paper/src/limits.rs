//! Bounds that keep a hostile or broken file from taking the machine down.

/// Bounds on what is read. The defaults hold a province's export comfortably.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of the file as it lies on disk.
    pub file_bytes: u64,
    /// Bytes that one compressed part may unpack to.
    pub inflated_bytes: u64,
    /// How many times larger a part may get by unpacking, once above 16 MiB.
    pub inflate_ratio: u64,
    /// Bytes of the shared texts of a workbook, which are held in memory.
    pub shared_text_bytes: u64,
    /// Entries of a zip container.
    pub parts: usize,
    /// Rows of one sheet.
    pub rows: u64,
    /// Columns of one row that hold a value.
    pub columns: usize,
    /// Bytes of one cell, and of one XML token.
    pub cell_bytes: usize,
    /// Bytes of an old .xls file, which has to be read as a whole.
    pub xls_bytes: u64,
    /// Merged areas of one sheet.
    pub merges: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 2 << 30,
            inflated_bytes: 6 << 30,
            inflate_ratio: 100,
            shared_text_bytes: 512 << 20,
            parts: 10_000,
            rows: 3_000_000,
            columns: 1_000,
            cell_bytes: 1 << 20,
            xls_bytes: 128 << 20,
            merges: 2_000_000,
        }
    }
}
