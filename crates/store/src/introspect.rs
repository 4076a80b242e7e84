//! Asking a live database what it looks like. Every statement yields pairs of a table and a sentence about it.

use crate::{Dialect, sql::Statement, types::Type};

/// Statements that tell columns, keys, references, indexes and triggers in the words of the drift report.
pub(crate) fn facts(dialect: Dialect) -> Vec<Statement> {
    let texts: &[&str] = match dialect {
        Dialect::Sqlite => &SQLITE,
        Dialect::Postgres => &POSTGRES,
    };
    texts.iter().map(|text| pairs(text)).collect()
}

/// The statement that tells the definitions in which check constraints stand.
pub(crate) fn definitions(dialect: Dialect) -> Statement {
    pairs(match dialect {
        Dialect::Sqlite => "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        Dialect::Postgres => {
            "SELECT c.relname::text, 'CONSTRAINT \"' || k.conname || '\" ' || pg_get_constraintdef(k.oid)
             FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
             WHERE k.contype = 'c' AND c.relnamespace = current_schema()::regnamespace"
        }
    })
}

fn pairs(text: &str) -> Statement {
    Statement::plain(text, &[Type::Text, Type::Text])
}

const SQLITE: [&str; 6] = [
    "SELECT m.name, 'column ' || c.name || ' ' || c.type || CASE WHEN c.\"notnull\" THEN ' not null' ELSE '' END
     FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
    "SELECT m.name, 'primary key ' || group_concat(c.name, ', ')
     FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND c.pk > 0 GROUP BY m.name",
    "SELECT m.name, 'unique ' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno))
     FROM sqlite_master m JOIN pragma_index_list(m.name) i WHERE m.type = 'table' AND i.\"unique\" AND i.origin <> 'pk'",
    "SELECT m.name, 'reference ' || f.\"from\" || ' to ' || f.\"table\" || '.' || f.\"to\" || ' ' || f.on_delete
     FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
    "SELECT tbl_name, 'index ' || name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%'",
    "SELECT tbl_name, 'trigger ' || name FROM sqlite_master WHERE type = 'trigger'",
];

const POSTGRES: [&str; 5] = [
    "SELECT c.relname::text, 'column ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped",
    "SELECT c.relname::text, CASE k.contype WHEN 'p' THEN 'primary key ' ELSE 'unique ' END
            || (SELECT string_agg(a.attname, ', ' ORDER BY n.place) FROM unnest(k.conkey) WITH ORDINALITY AS n(number, place)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n.number)
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
     WHERE k.contype IN ('p', 'u') AND c.relnamespace = current_schema()::regnamespace",
    "SELECT c.relname::text, 'reference ' || a.attname || ' to ' || t.relname || '.' || b.attname
            || CASE k.confdeltype WHEN 'c' THEN ' CASCADE' WHEN 'n' THEN ' SET NULL' ELSE ' other' END
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
     JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = k.confkey[1]
     WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace",
    "SELECT c.relname::text, 'index ' || x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
     JOIN pg_class c ON c.oid = i.indrelid
     WHERE NOT i.indisunique AND c.relnamespace = current_schema()::regnamespace",
    "SELECT c.relname::text, 'trigger ' || g.tgname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
     WHERE NOT g.tgisinternal AND c.relnamespace = current_schema()::regnamespace",
];
