//! What a deletion may change, as the foreign keys and triggers say.

use std::collections::{BTreeSet, HashMap};

use vestibule_resource::OnDelete;

use crate::{table::Table, touch::Touch};

/// What a deletion of a row of each table may change: itself, what refers to it, and base rows.
pub(crate) fn reaches(tables: &[Table]) -> HashMap<&'static str, Vec<Touch>> {
    let mut next: HashMap<&'static str, Vec<Touch>> = HashMap::new();
    for table in tables {
        for column in &table.columns {
            let Some(to) = &column.references else { continue };
            let touch = match to.on_delete {
                OnDelete::Cascade => Touch::Rows(table.name),
                OnDelete::SetNull | OnDelete::SetDefault => Touch::Column(table.name, column.name),
            };
            next.entry(to.table).or_default().push(touch);
        }
        next.entry(table.name).or_default().extend(table.base.map(|base| Touch::Rows(base.table)));
    }
    tables.iter().map(|table| (table.name, follow(table.name, &next))).collect()
}

fn follow(from: &'static str, next: &HashMap<&'static str, Vec<Touch>>) -> Vec<Touch> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![Touch::Rows(from)];
    while let Some(touch) = waiting.pop() {
        if reached.insert(touch) && matches!(touch, Touch::Rows(_)) {
            waiting.extend(next.get(touch.table()).into_iter().flatten());
        }
    }
    reached.into_iter().collect()
}
