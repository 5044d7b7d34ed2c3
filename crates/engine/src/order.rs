//! Sorting of short lists.
//!
//! The library's sorts weigh three to six kilobytes for each type they are used with; ours weighs a
//! hundred bytes and is as quick for the dozen elements that these lists have. Measured in
//! `docs/decisions/0003-bytes.md`. Long lists use the library.

/// Sorts in place, keeping equal elements in their order.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, |one, other| one > other);
}

/// Sorts in place by a key, keeping elements of equal key in their order.
pub fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one) > key(other));
}

fn sort_by<T>(list: &mut [T], is_after: impl Fn(&T, &T) -> bool) {
    for start in 1..list.len() {
        let mut at = start;
        while at > 0
            && matches!((list.get(at - 1), list.get(at)), (Some(one), Some(other)) if is_after(one, other))
        {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_equals_keep_their_order() {
        let mut list = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_key(&mut list, |(number, _)| *number);
        assert_eq!(list, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        let mut numbers = [3, 1, 2];
        sort(&mut numbers);
        assert_eq!(numbers, [1, 2, 3]);
        sort::<u8>(&mut []);
    }
}
