//! YAML as a tree with positions, plain parts only.
//!
//! Anchors, aliases, tags and several documents in one file are refused by
//! name: a pack must read the same to a person and to the machine, and an
//! alias can blow up a small file into a huge tree. Scalars stay text; what a
//! number or date is decides whoever wants one, so no binary floating point
//! ever touches an amount.

use super::{MAX_NESTING, Texts};
use crate::fault::{FaultKind, Faults, Spot, Words};
use saphyr_parser::{Event, Parser, ScalarStyle, Span};

/// A part of a text with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it begins.
    pub spot: Spot,
    /// What it is.
    pub value: Value,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text; `plain` where it was written without quotes, so that it may be a number or a date.
    Text {
        /// The text.
        text: String,
        /// Written without quotes.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// A map, in the order written, keys unique.
    Map(Vec<Entry>),
}

/// One entry of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub spot: Spot,
    /// What it holds.
    pub node: Node,
}

impl Node {
    /// True for an empty scalar or `~` or `null` without quotes.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Text { text, plain: true }
            if text.is_empty() || text == "~" || text == "null")
    }
}

enum Frame {
    List {
        spot: Spot,
        items: Vec<Node>,
    },
    Map {
        spot: Spot,
        entries: Vec<Entry>,
        key: Option<(String, Spot)>,
    },
}

/// Reads one text; `None` where it is empty or faulty (the faults say why).
pub fn parse(texts: &Texts, file: u32, faults: &mut Faults<'_>) -> Option<Node> {
    let text = texts.get(texts.path(file))?;
    let mut builder = Builder {
        file,
        stack: Vec::new(),
        root: None,
        documents: 0,
        broken: false,
    };
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => {
                if !builder.event(event, span, faults) {
                    return None;
                }
            }
            Err(error) => {
                let mut spot = builder.spot(error.marker().line(), error.marker().col());
                // What is missing at the end is shown after the last line, not below it.
                if spot.line as usize > text.lines().count()
                    && let Some(last) = text.lines().last()
                {
                    spot.line = text.lines().count() as u32;
                    spot.column = last.chars().count() as u32 + 1;
                }
                let words = Words::new(
                    format!("YAML 语法错误：{}", error.info()),
                    format!("YAML syntax: {}", error.info()),
                );
                faults.add(FaultKind::Syntax, spot, words);
                return None;
            }
        }
    }
    if builder.broken { None } else { builder.root }
}

struct Builder {
    file: u32,
    stack: Vec<Frame>,
    root: Option<Node>,
    documents: usize,
    broken: bool,
}

impl Builder {
    fn spot(&self, line: usize, col: usize) -> Spot {
        Spot {
            file: self.file,
            line: line as u32,
            column: col as u32 + 1,
        }
    }

    fn plain_only(&mut self, spot: Spot, faults: &mut Faults<'_>, zh: &str, en: &str) {
        self.broken = true;
        faults.add(FaultKind::Plain, spot, Words::new(zh, en));
    }

    /// Takes one event; false stops the reading.
    fn event(&mut self, event: Event<'_>, span: Span, faults: &mut Faults<'_>) -> bool {
        let spot = self.spot(span.start.line(), span.start.col());
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.plain_only(
                        spot,
                        faults,
                        "一个文件里有多个文档(---)",
                        "more than one document (---) in the file",
                    );
                    return false;
                }
            }
            Event::Alias(_) => {
                self.plain_only(spot, faults, "使用了别名引用(*)", "an alias (*) is used");
                self.put(
                    Node {
                        spot,
                        value: Value::Text {
                            text: String::new(),
                            plain: false,
                        },
                    },
                    faults,
                );
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse(anchor, tag.is_some(), spot, faults);
                let plain = style == ScalarStyle::Plain;
                let node = Node {
                    spot,
                    value: Value::Text {
                        text: text.into_owned(),
                        plain,
                    },
                };
                self.put(node, faults);
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse(anchor, tag.is_some(), spot, faults);
                return self.push(
                    Frame::List {
                        spot,
                        items: Vec::new(),
                    },
                    spot,
                    faults,
                );
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse(anchor, tag.is_some(), spot, faults);
                return self.push(
                    Frame::Map {
                        spot,
                        entries: Vec::new(),
                        key: None,
                    },
                    spot,
                    faults,
                );
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let node = match self.stack.pop() {
                    Some(Frame::List { spot, items }) => Node {
                        spot,
                        value: Value::List(items),
                    },
                    Some(Frame::Map { spot, entries, .. }) => Node {
                        spot,
                        value: Value::Map(entries),
                    },
                    None => return true,
                };
                self.put(node, faults);
            }
            _ => {}
        }
        true
    }

    fn refuse(&mut self, anchor: usize, tag: bool, spot: Spot, faults: &mut Faults<'_>) {
        if anchor != 0 {
            self.plain_only(spot, faults, "使用了锚点(&)", "an anchor (&) is used");
        }
        if tag {
            self.plain_only(spot, faults, "使用了类型标签(!)", "a tag (!) is used");
        }
    }

    fn push(&mut self, frame: Frame, spot: Spot, faults: &mut Faults<'_>) -> bool {
        if self.stack.len() >= MAX_NESTING {
            let words = Words::new(
                format!("嵌套超过 {MAX_NESTING} 层"),
                format!("nested more than {MAX_NESTING} deep"),
            );
            faults.add(FaultKind::TooDeep, spot, words);
            self.broken = true;
            return false;
        }
        self.stack.push(frame);
        true
    }

    fn put(&mut self, node: Node, faults: &mut Faults<'_>) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Frame::List { items, .. }) => items.push(node),
            Some(Frame::Map { entries, key, .. }) => match key.take() {
                Some((name, spot)) => entries.push(Entry {
                    key: name,
                    spot,
                    node,
                }),
                None => match node.value {
                    Value::Text { text, .. } => {
                        if entries.iter().any(|e| e.key == text) {
                            let words = Words::new(
                                format!("键“{text}”在同一处写了两次"),
                                format!("the key “{text}” is written twice here"),
                            );
                            faults.add(FaultKind::KeyTwice, node.spot, words);
                            self.broken = true;
                        }
                        *key = Some((text, node.spot));
                    }
                    _ => {
                        let words = Words::new("键必须是一段文字", "a key must be a piece of text");
                        faults.add(FaultKind::Shape, node.spot, words);
                        self.broken = true;
                        *key = Some((String::new(), node.spot));
                    }
                },
            },
        }
    }
}
