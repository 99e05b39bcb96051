//! Stored files: content-addressed by SM3, sealed in chunks, named by a row.
