mod steps;
mod terms;
