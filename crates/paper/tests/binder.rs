//! Papers bound into one file: the numbers of the directory are those of the pages.

use paper::{Binder, Block, Body, Content, Grid, Item, Letter, Setting, Style};

fn letter(lines: usize) -> Content {
    let text = "家庭人均收入低于当地最低生活保障标准，符合条件。2022年11月，每月1234.56元";
    let line = |n: usize| Block {
        when: None,
        body: Body::Text(Style::Text, format!("{n}{text}")),
    };
    Content::Letter(Letter {
        blocks: (0..lines).map(line).collect(),
    })
}

fn item(title: &str, content: Content) -> Item {
    Item {
        title: title.into(),
        by: "经办人".into(),
        day: "2022-11-07".into(),
        chapter: None,
        content,
    }
}

/// A JPEG of nothing but its frame: three colours, as wide as said.
fn jpeg(wide: u16, high: u16) -> Vec<u8> {
    let mut out = vec![0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8];
    out.extend(high.to_be_bytes());
    out.extend(wide.to_be_bytes());
    out.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 0xFF, 0xD9]);
    out
}

fn binder() -> Binder {
    let picture = |media: &str, bytes: Vec<u8>| Content::Picture {
        media: media.into(),
        bytes,
    };
    let table = Letter {
        blocks: vec![Block {
            when: None,
            body: Body::Grid(Grid {
                head: vec!["甲".into(), "乙".into()],
                rows: vec![vec!["很长的内容".repeat(900), "短".into()]],
                ..Grid::default()
            }),
        }],
    };
    Binder {
        title: "家庭档案".into(),
        cover: vec![("户主".into(), "某人 <&>".into())],
        items: vec![
            item("长文", letter(60)),
            item("照片", picture("image/jpeg", jpeg(4000, 3000))),
            item("扫描件", picture("application/pdf", b"%PDF-1.4".to_vec())),
            item("长表", Content::Letter(table)),
            item("末页", letter(1)),
        ],
    }
}

#[test]
fn the_directory_names_the_pages_and_the_same_gives_the_same_bytes() {
    let bound = binder().bind(Setting::default());
    let pages: Vec<usize> = bound.directory().iter().map(|e| e.page).collect();
    assert_eq!(pages[0], 1);
    assert!(
        pages[1] > 2,
        "sixty paragraphs take several pages: {pages:?}"
    );
    assert_eq!(pages[2], pages[1] + 1, "a photograph is a page");
    assert!(pages[4] > pages[3] + 1, "a long row goes on: {pages:?}");
    assert_eq!(bound.pages(), pages[4]);
    assert_eq!(bound.attached(), 1);
    let pdf = bound.pdf();
    assert_eq!(pdf, binder().bind(Setting::default()).pdf());
    let large = binder().bind(Setting { large: true });
    assert!(large.pages() > bound.pages());
}

#[test]
fn the_table_of_objects_points_at_them() {
    let pdf = binder().bind(Setting::default()).pdf();
    let text: String = pdf
        .iter()
        .map(|b| if b.is_ascii() { *b as char } else { '.' })
        .collect();
    let start = text.rfind("startxref\n").unwrap() + 10;
    let table: usize = text[start..].lines().next().unwrap().parse().unwrap();
    let rows: Vec<&str> = text[table..].lines().skip(3).collect();
    let mut seen = 0;
    for (n, row) in rows.iter().take_while(|r| r.ends_with(" n ")).enumerate() {
        let place: usize = row[..10].parse().unwrap();
        assert!(
            text[place..].starts_with(&format!("{} 0 obj", n + 1)),
            "{row}"
        );
        seen += 1;
    }
    assert!(seen > 10);
    for wanted in [
        "/DCTDecode",
        "/EmbeddedFile",
        "(001.pdf)",
        "UniGB-UTF16-H",
        "/Outlines",
    ] {
        assert!(text.contains(wanted), "{wanted}");
    }
    for never in ["/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA"] {
        assert!(!text.contains(&format!("{never} ")), "{never}");
    }
}

#[test]
fn the_page_for_the_printer_has_the_same_pages_and_runs_nothing() {
    let bound = binder().bind(Setting::default());
    let html = bound.html();
    assert_eq!(
        html.matches("<svg ").count(),
        bound.pages() + 2,
        "cover and directory"
    );
    assert!(html.contains("某人 &lt;&amp;&gt;") && !html.contains("<script"));
    assert!(html.contains("data:image/jpeg;base64,/9j/"));
}

#[test]
fn pictures_that_are_none_go_along_and_break_nothing() {
    for bytes in [
        &b""[..],
        b"\xFF\xD8\xFF",
        b"\xFF\xD8\xFF\xC0\0\x11",
        b"\x89PNG\r\n\x1a\n\0\0",
    ] {
        for media in ["image/jpeg", "image/png", "image/webp"] {
            let content = Content::Picture {
                media: media.into(),
                bytes: bytes.to_vec(),
            };
            let binder = Binder {
                items: vec![item("坏", content)],
                ..Binder::default()
            };
            assert_eq!(
                binder.bind(Setting::default()).attached(),
                1,
                "{media} {bytes:?}"
            );
        }
    }
}
