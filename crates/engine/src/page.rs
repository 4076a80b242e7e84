//! Pages of a list.

use serde_json::{Value as Json, json};
use vestibule_resource::{Error, Record, Result};
use vestibule_store::{Query, Store};

use crate::{Answer, Params};

const DEFAULT_SIZE: u64 = 20;
const LARGEST_SIZE: u64 = 100;

/// Which page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// 1-based; `None` is the last one.
    number: Option<u64>,
    /// Rows per page.
    size: u64,
}

/// A page, placed among all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    number: u64,
    size: u64,
    pages: u64,
    count: u64,
}

impl Page {
    /// Reads `page` and `page_size`. A senseless size means the default, a large one the largest.
    ///
    /// # Errors
    /// `NotFound` for a page that is no number.
    pub fn read(params: &Params) -> Result<Self> {
        let size = params.get("page_size").and_then(|text| text.parse().ok()).filter(|size| *size > 0).unwrap_or(DEFAULT_SIZE);
        let number = match params.get("page") {
            None | Some("") => Some(1),
            Some("last") => None,
            Some(text) => Some(text.parse().ok().filter(|number| *number > 0).ok_or_else(no_such_page)?),
        };
        Ok(Page { number, size: size.min(LARGEST_SIZE) })
    }

    /// Places the page among `count` rows.
    ///
    /// # Errors
    /// `NotFound` when there is no such page.
    fn place(self, count: u64) -> Result<Placed> {
        let pages = count.div_ceil(self.size).max(1);
        let number = self.number.unwrap_or(pages);
        if number > pages {
            return Err(no_such_page());
        }
        Ok(Placed { number, size: self.size, pages, count })
    }

    /// The rows of the page, and where it stands among all that answer the query.
    ///
    /// # Errors
    /// `NotFound` when there is no such page.
    pub async fn rows(self, store: &Store, mut query: Query) -> Result<(Placed, Vec<Record>)> {
        let placed = self.place(store.count(&query).await?)?;
        (query.limit, query.offset) = (Some(self.size), placed.offset());
        Ok((placed, store.select(&query).await?))
    }

    /// The same of things that are no rows.
    ///
    /// # Errors
    /// `NotFound` when there is no such page.
    pub fn items<T>(self, all: Vec<T>) -> Result<(Placed, Vec<T>)> {
        let placed = self.place(all.len() as u64)?;
        let skipped = usize::try_from(placed.offset()).unwrap_or(usize::MAX);
        Ok((placed, all.into_iter().skip(skipped).take(usize::try_from(self.size).unwrap_or(usize::MAX)).collect()))
    }
}

impl Placed {
    /// The rows to skip.
    fn offset(self) -> u64 {
        (self.number - 1) * self.size
    }

    /// The page as an answer.
    pub fn answer(self, results: Vec<Json>) -> Answer {
        Answer::json(200, json!({ "pagination": self.to_json(), "results": results, "autocomplete": {} }))
    }

    /// The `pagination` object of the answer.
    fn to_json(self) -> Json {
        let next = if self.number < self.pages { self.number + 1 } else { 0 };
        let start = if self.count == 0 { 0 } else { self.offset() + 1 };
        json!({
            "next": next, "previous": self.number - 1, "count": self.count, "current": self.number, "total_pages": self.pages,
            "start_index": start, "end_index": (self.number * self.size).min(self.count),
        })
    }
}

fn no_such_page() -> Error {
    Error::NotFound("Invalid page.".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_beyond_the_last_is_not_found() {
        let page = Page { number: Some(3), size: 20 };
        assert_eq!(page.place(40), Err(no_such_page()));
        assert_eq!(page.place(41).map(|placed| placed.offset()), Ok(40));
    }

    #[test]
    fn an_empty_list_has_one_page() {
        let page = Page { number: None, size: 20 };
        let shown = page.place(0).map(|placed| placed.to_json().get("total_pages").cloned());
        assert_eq!(shown, Ok(Some(Json::from(1))));
    }
}
