//! Functions of numbers and booleans.

use dec::{Context, Decimal};

use super::{Computed, Why};
use crate::number::{Number, Round};
use crate::tree::Arith;
use crate::value::Value;

const NOT_A_NUMBER: Why = "不是数 / not a number";
const TOO_LARGE: Why = "结果超出范围 / the result is out of range";

fn one(args: &[Value]) -> Result<Number, Why> {
    args.first().and_then(Value::as_number).ok_or(NOT_A_NUMBER)
}

pub fn abs(args: &[Value]) -> Computed {
    match args.first() {
        Some(Value::Months(m)) => Ok(Value::Months(m.saturating_abs())),
        Some(Value::Days(s)) => Ok(Value::Days(crate::value::temporal::Span(
            s.0.saturating_abs(),
        ))),
        _ => Ok(Value::Number(one(args)?.abs())),
    }
}

pub fn modulo(args: &[Value]) -> Computed {
    let (a, b) = (one(args)?, one(&args[1..])?);
    if b.is_zero() {
        return Err("除数为零 / division by nought");
    }
    // The sign follows the divisor: a - b * floor(a / b).
    let rest = a.rem(b).ok_or(TOO_LARGE)?;
    let rest = if !rest.is_zero() && rest.is_negative() != b.is_negative() {
        rest.add(b).ok_or(TOO_LARGE)?
    } else {
        rest
    };
    Ok(Value::Number(rest))
}

fn is_even(args: &[Value]) -> Result<bool, Why> {
    let n = one(args)?;
    if !n.is_whole() {
        return Err("不是整数 / not a whole number");
    }
    Ok(n.rem(Number::from(2)).ok_or(TOO_LARGE)?.is_zero())
}

pub fn even(args: &[Value]) -> Computed {
    Ok(Value::Boolean(is_even(args)?))
}

pub fn odd(args: &[Value]) -> Computed {
    Ok(Value::Boolean(!is_even(args)?))
}

/// Room for more digits than decimal128 has, so that the last one is right.
type Wide = Decimal<13>;

fn wide(n: Number) -> Wide {
    Wide::from(n.raw())
}

fn narrow(n: Wide) -> Option<Number> {
    if !n.is_finite() {
        return None;
    }
    Number::from_raw(Context::<dec::Decimal128>::default().from_decimal(&n))
}

pub fn sqrt(args: &[Value]) -> Computed {
    let n = one(args)?;
    if n.is_negative() {
        return Err("负数没有平方根 / a negative number has no square root");
    }
    let mut value = wide(n);
    Context::<Wide>::default().sqrt(&mut value);
    narrow(value).map(Value::Number).ok_or(TOO_LARGE)
}

/// The context in which the library computes logarithms and the like.
fn mathematical() -> Result<Context<Wide>, Why> {
    let mut context = Context::<Wide>::default();
    let set = context
        .set_max_exponent(6144)
        .and_then(|()| context.set_min_exponent(-6143));
    set.map(|()| context).map_err(|_| TOO_LARGE)
}

pub fn exp(args: &[Value]) -> Computed {
    let mut value = wide(one(args)?);
    mathematical()?.exp(&mut value);
    narrow(value).map(Value::Number).ok_or(TOO_LARGE)
}

pub fn log(args: &[Value]) -> Computed {
    let n = one(args)?;
    if n.is_negative() || n.is_zero() {
        return Err("只有正数有对数 / only a positive number has a logarithm");
    }
    let mut value = wide(n);
    mathematical()?.ln(&mut value);
    narrow(value).map(Value::Number).ok_or(TOO_LARGE)
}

/// `a` to the power of `b`.
pub fn power(a: Number, b: Number) -> Option<Number> {
    // Small whole powers stay exact by multiplying.
    if let Some(n @ 0..=8) = b.to_i64() {
        return (0..n).try_fold(Number::ONE, |product, _| product.mul(a));
    }
    let mut value = wide(a);
    Context::<Wide>::default().pow(&mut value, &wide(b));
    narrow(value)
}

pub fn not(args: &[Value]) -> Computed {
    match args.first() {
        Some(Value::Boolean(b)) => Ok(Value::Boolean(!b)),
        _ => Err("不是“是否”值 / not a boolean"),
    }
}

pub fn number(args: &[Value]) -> Computed {
    let text = args
        .first()
        .and_then(Value::as_text)
        .ok_or("不是文字 / not a text")?;
    let separator = |v: Option<&Value>, allowed: &[&str]| match v {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Text(s)) if allowed.contains(&&**s) => Ok(Some(s.to_string())),
        _ => Err("分隔符不对 / not a separator"),
    };
    let grouping = separator(args.get(1), &[" ", ",", "."])?;
    let point = separator(args.get(2), &[",", "."])?;
    if grouping.is_some() && grouping == point {
        return Err("两个分隔符相同 / both separators are the same");
    }
    let mut plain = text.to_owned();
    if let Some(g) = grouping {
        plain = plain.replace(&g, "");
    }
    if let Some(p) = point {
        plain = plain.replace(&p, ".");
    }
    Number::parse(&plain)
        .map(Value::Number)
        .ok_or("文字不是数 / the text is no number")
}

/// Rounds to a scale between −6111 and 6176, as the standard limits it.
pub fn round(value: &Value, scale: Option<&Value>, mode: Round) -> Computed {
    let number = value.as_number().ok_or(NOT_A_NUMBER)?;
    let scale = match scale {
        None => 0,
        Some(Value::Number(n)) => {
            let whole = n
                .round(0, Round::Down)
                .and_then(Number::to_i64)
                .ok_or(TOO_LARGE)?;
            if !(-6111..=6176).contains(&whole) {
                return Err("小数位数超出范围 / the scale is out of range");
            }
            whole as i32
        }
        Some(_) => return Err("小数位数不是数 / the scale is not a number"),
    };
    number
        .round(scale, mode)
        .map(Value::Number)
        .ok_or(TOO_LARGE)
}

/// Arithmetic between numbers.
pub fn arith(op: Arith, a: Number, b: Number) -> Result<Number, Why> {
    let value = match op {
        Arith::Add => a.add(b),
        Arith::Sub => a.sub(b),
        Arith::Mul => a.mul(b),
        Arith::Div if b.is_zero() => return Err("除数为零 / division by nought"),
        Arith::Div => a.div(b),
        Arith::Pow => power(a, b),
    };
    value.ok_or(TOO_LARGE)
}
