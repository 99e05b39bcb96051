//! Hiding what a reader does not need: the same rule in lists, logs and error texts.

/// Keeps the first `head` and last `tail` characters and hides the rest; text too short to
/// hide anything is hidden whole.
fn keep(text: &str, head: usize, tail: usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= head + tail {
        return "*".repeat(chars.len());
    }
    let hidden = chars.len() - head - tail;
    let mut out: String = chars[..head].iter().collect();
    out.push_str(&"*".repeat(hidden));
    out.extend(&chars[chars.len() - tail..]);
    out
}

/// A name with everything hidden but its first character: 王*, 欧***, 阿*******.
pub fn mask_name(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) => std::iter::once(first).chain(chars.map(|_| '*')).collect(),
        None => String::new(),
    }
}

/// An identity number: the first four and the last four characters stay.
pub fn mask_id(number: &str) -> String {
    keep(number, 4, 4)
}

/// A telephone number: the first three and the last two digits stay.
pub fn mask_phone(phone: &str) -> String {
    keep(phone, 3, 2)
}

/// A bank account or card: the last four digits stay.
pub fn mask_account(account: &str) -> String {
    keep(account, 0, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_the_middle() {
        assert_eq!(mask_id("62052119900101123X"), "6205**********123X");
        assert_eq!(mask_name("王小明"), "王**");
        assert_eq!(mask_name("王"), "王");
        assert_eq!(mask_name(""), "");
        assert_eq!(mask_phone("13912345678"), "139******78");
        assert_eq!(mask_account("6217001234567890123"), "***************0123");
    }

    #[test]
    fn short_text_is_hidden_whole() {
        assert_eq!(mask_id("12345678"), "********");
        assert_eq!(mask_account("1234"), "****");
    }
}
