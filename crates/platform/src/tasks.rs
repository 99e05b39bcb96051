//! To-do items with deadlines and lamps.
