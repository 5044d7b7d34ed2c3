//! Days of the calendar. The engine never asks what day it is; it compares days it is given.

use std::fmt;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day of 1970: long past, so that whatever wrongly carries it counts as out of date.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// Reads `YYYY-MM-DD`; nothing else is a date.
    ///
    /// ```
    /// # use deemed_engine::date::Date;
    /// assert!(Date::parse("2028-02-29").is_some());
    /// assert!(Date::parse("2027-02-29").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes.get(4) != Some(&b'-') || bytes.get(7) != Some(&b'-') {
            return None;
        }
        let number = |part: Option<&str>| {
            part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
        };
        let year = number(text.get(0..4))?;
        let month = u8::try_from(number(text.get(5..7))?).ok()?;
        let day = u8::try_from(number(text.get(8..10))?).ok()?;
        (1..=days_in_month(year, month)?).contains(&day).then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Days since 1 January of the year 0, for differences.
    pub fn days(self) -> i64 {
        // Howard Hinnant's days_from_civil, shifted: March begins the year, so that the leap day ends it.
        let shifted_year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let month_of_year = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month_of_year + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in_month(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for text in ["2026-11-22", "2000-02-29"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["2026-1-22", "1900-02-29", "2026-04-31", "2026-00-10", "26-11-2022", "2026-11-22T", "+026-11-22"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn differences_count_days() {
        let days = |text: &str| Date::parse(text).unwrap().days();
        assert_eq!(days("2027-05-21") - days("2026-11-22"), 180);
        assert_eq!(days("2028-03-01") - days("2028-02-28"), 2);
    }
}
