//! The kinds of fault, each with a stable code and common advice.

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $code:literal $zh:literal $en:literal;)*) => {
        /// What kind of fault it is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FaultKind { $($(#[$doc])* $name,)* }

        impl FaultKind {
            /// Every kind, in the order of the list in `docs/packs.md`.
            pub const ALL: &'static [FaultKind] = &[$(FaultKind::$name,)*];

            /// The stable code, `pack.…`.
            pub const fn code(self) -> &'static str {
                match self { $(FaultKind::$name => $code,)* }
            }

            /// Advice that fits every fault of the kind, in Chinese and English.
            pub const fn advice(self) -> (&'static str, &'static str) {
                match self { $(FaultKind::$name => ($zh, $en),)* }
            }
        }
    };
}

kinds! {
    /// A file or folder could not be read.
    Unreadable "pack.unreadable" "检查文件是否存在、是否有读取权限。" "Check that the file exists and may be read.";
    /// A text is not UTF-8.
    Encoding "pack.encoding" "用 UTF-8 编码另存此文件。" "Save the file again as UTF-8.";
    /// A file, or all of them together, pass the limits of size or number.
    TooLarge "pack.too_large" "拆分文件，或删去不属于政策包的内容。" "Split the file, or remove what is no part of the pack.";
    /// Nesting passes the limit.
    TooDeep "pack.too_deep" "减少嵌套层次。" "Nest less deeply.";
    /// A file is neither a YAML text nor a note.
    FileKind "pack.file_kind" "政策包只收 .yaml 文本(说明文字可用 .md)，请移走其他文件。" "A pack holds .yaml texts (and .md notes) only; move other files away.";
    /// The text is no YAML.
    Syntax "pack.syntax" "按 YAML 语法改正：注意缩进、冒号后的空格和引号。" "Mend the YAML: look at indentation, the space after a colon, and quotes.";
    /// Anchors, aliases, tags or more than one document.
    Plain "pack.plain" "政策包只用普通的映射、列表和文字，把引用处的内容直接写出。" "Use plain maps, lists and text only; write out what the alias stands for.";
    /// The same key twice in a map.
    KeyTwice "pack.key_twice" "每个键只写一次，合并或删去其中一个。" "Write each key once; merge the two or remove one.";
    /// A key that the format does not know.
    UnknownKey "pack.unknown_key" "对照 docs/packs.md 改正键名，或删去这一行。" "See docs/packs.md for the keys of this file, or remove the line.";
    /// A key that must be there is not.
    MissingKey "pack.missing_key" "补上这一项。" "Add the key.";
    /// A map where a list belongs, and the like.
    Shape "pack.shape" "按 docs/packs.md 的样式书写此处。" "Write this as docs/packs.md shows.";
    /// A value that cannot be what the key wants.
    Value "pack.value" "改成允许的取值。" "Change it to a value that is allowed.";
    /// A folder that the format does not know.
    Folder "pack.folder" "文件夹只能是内容文件夹(vocabulary、parameters、programmes 等)或含有 pack.yaml 的下级地方。" "A folder is a content folder (vocabulary, parameters, programmes, …) or a lower place with its own pack.yaml.";
    /// A place outside the place above, or given twice.
    Place "pack.place" "改正 division,使其位于上级地方之内且不重复。" "Correct `division`: inside the place above, and each place once.";
    /// A date range that ends before it begins.
    Dates "pack.dates" "起始日期不得晚于终止日期。" "`from` must not be later than `to`.";
    /// The same name declared twice where both can be seen.
    NameTwice "pack.name_twice" "名称在同一地方及其上级中只能声明一次，改名或删去其一。" "A name is declared once in a place and the places above; rename or remove one.";
    /// A name that nobody declared.
    UnknownName "pack.unknown_name" "检查名称是否写错，或先声明它。" "Check the spelling, or declare it first.";
    /// A value without a citation.
    Citation "pack.citation" "写明依据：文件名、文号和条款；查不到的也要写明“未查到”。" "Cite the document, number and article; where none was found, say so.";
    /// A unit that does not fit.
    Unit "pack.unit" "统一单位；年、月之间用 月额() 或 年额() 换算。" "Make the units agree; 月额() and 年额() convert between month and year.";
    /// Two values of one level cover the same day.
    Overlap "pack.overlap" "给前一个值写上终止日期 to,或改后一个的起始日期。" "End the earlier value with `to`, or move the later one's `from`.";
    /// A day without a value although it is needed.
    Gap "pack.gap" "补上这段时间的值。" "Add a value for those days.";
    /// An open-ended local value would hide a later one from above.
    Hides "pack.hides" "给地方值写上终止日期 to;确属有意的，写 meant: true。" "End the local value with `to`; where it is meant, write `meant: true`.";
    /// A local value below the floor of the level above.
    Floor "pack.floor" "提高到不低于上级标准；地方标准不得低于上级指导标准(社会救助法第十九条)。" "Raise it: a local standard must not be below that of the level above (Social Assistance Law, art. 19).";
    /// A value outside its declared bounds.
    Bounds "pack.bounds" "改成 min 与 max 之间的值。" "Give a value between `min` and `max`.";
    /// A parameter that nothing uses.
    Unused "pack.unused" "删去它；只供查阅或由系统按名读取的，写 reference: true。" "Remove it; where it is for reading only, or read by name, write `reference: true`.";
    /// A formula that does not read as FEEL.
    Formula "pack.formula" "按 docs/formulas.md 改正公式。" "Mend the formula; see docs/formulas.md.";
    /// A formula that uses a construct outside the supported part.
    Unsupported "pack.unsupported" "换用支持的写法，见 docs/formulas.md。" "Use a supported construct; see docs/formulas.md.";
    /// A formula whose types or entities do not fit.
    Type "pack.type" "使两边的类型和主体一致(人、户、赡养人)。" "Make types and entities agree (person, household, supporter).";
    /// Formulas that need each other in a circle.
    Cycle "pack.cycle" "断开循环引用。" "Break the circle.";
    /// A step of a procedure that no road reaches.
    Unreachable "pack.unreachable" "补上通往它的路，或删去它。" "Open it from another step, or remove it.";
    /// A road of a procedure that ends without closing the case.
    DeadEnd "pack.dead_end" "写明此后的去向。" "Say where the road goes on.";
}
