/// Writes Chinese numerals as digits: 二〇二二 → 2022, 十月 → 10月, 二十五 → 25. Numerals up to
/// 99 may be counted with 十; longer runs are read digit by digit. Other text stays.
pub(super) fn to_digits(text: &str) -> String {
    let mut out = String::new();
    let mut run = Vec::new();
    for c in text.chars() {
        match value(c) {
            Some(numeral) => run.push(numeral),
            None => {
                flush(&mut run, &mut out);
                out.push(c);
            }
        }
    }
    flush(&mut run, &mut out);
    out
}

/// The value of a numeral; ten stands for 十, which counts.
fn value(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '○' | '零' | 'Ｏ' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        '十' | '拾' => 10,
        _ => return None,
    })
}

fn flush(run: &mut Vec<u8>, out: &mut String) {
    match run.as_slice() {
        [10] => out.push_str("10"),
        [10, ones @ 1..=9] => out.push_str(&(10 + ones).to_string()),
        [tens @ 1..=9, 10] => out.push_str(&(tens * 10).to_string()),
        [tens @ 1..=9, 10, ones @ 1..=9] => out.push_str(&(tens * 10 + ones).to_string()),
        digits => {
            for digit in digits {
                // A stray 十 in a run of digits stays a word, so that the text is no date.
                out.push(if *digit == 10 {
                    '十'
                } else {
                    char::from(b'0' + digit)
                });
            }
        }
    }
    run.clear();
}
