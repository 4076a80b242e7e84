//! Which indexes a table needs: what the resource declares, every reference, and for tables that grow without bound whatever lists
//! narrow or sort by.

use vestibule_resource::{Kind, Resource, Unique};

use crate::{
    table::{Index, Table},
    types::Type,
};

pub(crate) fn add(resource: &'static Resource, table: &mut Table) {
    for columns in resource.indexes {
        table.add_index(Index { columns: columns.to_vec(), folded: false });
    }
    if resource.unbounded {
        let order = order(resource, table);
        add_order(&order, table);
        add_filters(resource, &order, table);
        add_folded(resource, table);
    }
    if let Some(column) = table.column("expires").filter(|_| resource.expires) {
        let columns = vec![column.name];
        table.add_index(Index { columns, folded: false });
    }
    let references: Vec<_> = table.columns.iter().filter(|column| column.references.is_some()).map(|column| column.name).collect();
    for column in references {
        table.add_index(Index { columns: vec![column], folded: false });
    }
}

/// The own columns that lists are sorted by, ending with the key; only the key when the order leads elsewhere.
fn order(resource: &'static Resource, table: &Table) -> Vec<&'static str> {
    let mut columns = Vec::new();
    for path in resource.order {
        let name = path.trim_start_matches('-');
        let Some(column) = table.column(name) else { break };
        columns.push(column.name);
    }
    if !columns.contains(&resource.key) {
        columns.push(resource.key);
    }
    columns
}

fn add_order(order: &[&'static str], table: &mut Table) {
    let unique = order.first().is_some_and(|first| table.unique.iter().any(|columns| columns.as_slice() == [*first]));
    if !unique {
        table.add_index(Index { columns: order.to_vec(), folded: false });
    }
}

/// One index per filter, which ends with the order of lists: a page of a narrowed list is then read without sorting.
fn add_filters(resource: &'static Resource, order: &[&'static str], table: &mut Table) {
    for filter in resource.filters {
        let Some(column) = table.column(filter.path) else { continue };
        let unique = table.primary == column.name || table.unique.iter().any(|columns| columns.as_slice() == [column.name]);
        if column.kind == Type::Json || unique {
            continue;
        }
        let rest = order.iter().copied().filter(|name| *name != column.name);
        let columns = std::iter::once(column.name).chain(rest).collect();
        table.add_index(Index { columns, folded: false });
    }
}

/// What people identify themselves with is looked up whatever its case.
fn add_folded(resource: &'static Resource, table: &mut Table) {
    for field in resource.fields.iter().filter(|field| field.writable()) {
        let wanted = match field.kind {
            Kind::Email { .. } => true,
            Kind::Text { .. } => field.unique != Unique::No,
            _ => false,
        };
        if wanted {
            table.add_index(Index { columns: vec![field.name], folded: true });
        }
    }
}
