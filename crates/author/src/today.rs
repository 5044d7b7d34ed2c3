//! What day it is, by the system's clock.

use std::time::{SystemTime, UNIX_EPOCH};

use deemed_engine::date::Date;

/// The day in Coordinated Universal Time.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    after_epoch(seconds / 86_400).unwrap_or(Date::EPOCH)
}

/// The day this many days after 1 January 1970.
fn after_epoch(days: u64) -> Option<Date> {
    // Howard Hinnant's civil_from_days, the counterpart of `Date::days`.
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let day_of_era = shifted % 146_097;
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_of_year = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_of_year + 2) / 5 + 1;
    let month = if month_of_year < 10 { month_of_year + 3 } else { month_of_year - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Date::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_dates_and_back() {
        for days in (0..60_000).step_by(17) {
            let date = after_epoch(days).unwrap();
            assert_eq!(date.days() - Date::EPOCH.days(), i64::try_from(days).unwrap(), "{date}");
        }
        assert_eq!(after_epoch(20_779).unwrap().to_string(), "2026-11-22");
    }
}
