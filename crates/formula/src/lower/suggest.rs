//! Faults for names that nothing has, with the one that was probably meant.

use super::names::TypedScope;
use crate::fault::{Fault, FaultKind, Span};
use crate::types::Entity;

/// The name most like this one among others.
pub(super) fn among<'n>(name: &str, span: Span, names: impl Iterator<Item = &'n str>) -> Fault {
    let fault = Fault::new(
        FaultKind::UnknownName,
        span,
        format!("没有定义“{name}”"),
        format!("nothing is called \"{name}\""),
    );
    if let Some(wide) = name.chars().find(|c| full_width(*c).is_some()) {
        let plain = full_width(wide).unwrap_or(' ');
        return fault.mend(
            format!("全角的“{wide}”会被当作名称的一部分，请写半角的 {plain}"),
            format!("the full-width \"{wide}\" is read as part of the name; write {plain}"),
        );
    }
    match closest(name, names) {
        Some(near) => fault.mend(
            format!("是不是“{near}”？"),
            format!("did you mean \"{near}\"?"),
        ),
        None => fault.mend("先定义它，或检查写法", "declare it, or check the spelling"),
    }
}

pub(super) fn typed(scope: &TypedScope<'_>, name: &str, span: Span) -> Fault {
    for other in Entity::ALL.into_iter().filter(|e| *e != scope.entity) {
        if scope.field(other, name).is_none() {
            continue;
        }
        let fault = Fault::new(
            FaultKind::WrongEntity,
            span,
            format!(
                "“{name}”是{}的，不能直接用在{}的公式里",
                other.word(),
                scope.entity.word()
            ),
            format!(
                "\"{name}\" belongs to the {}, and cannot stand for the {}'s",
                other.english(),
                scope.entity.english()
            ),
        );
        let word = other.word();
        return if other.is_listed() {
            fault.mend(
                format!("写明怎样汇总，如 sum({word}.{name})、some 某 in {word} satisfies 某.{name} …"),
                format!("say how to fold the list: sum({word}.{name}), some x in {word} satisfies x.{name} …"),
            )
        } else if scope.sees(other) {
            fault.mend(
                format!("写作 {word}.{name}"),
                format!("write {word}.{name}"),
            )
        } else {
            fault.mend(
                "把这个公式定义在能看到它的对象上",
                "declare the formula on an entity that sees it",
            )
        };
    }
    let facts = Entity::ALL
        .into_iter()
        .flat_map(|e| scope.schema.facts(e))
        .map(|f| f.name.as_str());
    let parameters = scope.schema.parameters().iter().map(|p| p.name.as_str());
    let variables = scope.variables.iter().map(|v| v.name.as_str());
    among(
        name,
        span,
        facts
            .chain(parameters)
            .chain(variables)
            .chain(Entity::ALL.map(Entity::word)),
    )
}

fn full_width(c: char) -> Option<char> {
    Some(match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        '［' => '[',
        '］' => ']',
        '＋' => '+',
        '－' => '-',
        '＊' => '*',
        '／' => '/',
        '＝' => '=',
        '＜' => '<',
        '＞' => '>',
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10)?,
        _ => return None,
    })
}

/// The nearest by edit distance, when it is near enough to be meant.
pub(super) fn closest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    let limit = (length / 2).clamp(1, 3);
    names
        .map(|n| (distance(name, n), n))
        .filter(|(d, n)| *d <= limit && *d < length.max(n.chars().count()))
        .min()
        .map(|(_, n)| n)
}

fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
