//! Small files in MaxMind's format, written by hand (MaxMind DB file format, version 2.0).

use serde_json::{Value as Json, json};

/// Bits of an address.
const DEPTH: u32 = 32;

/// Either another node, or what is known of the network.
#[derive(Clone, Copy)]
enum Branch {
    Empty,
    Node(usize),
    Data(usize),
}

/// A file that knows these networks (`192.0.2.0/24`) of version 4, each with what is known of it.
pub(crate) fn file(kind: &str, networks: &[(&str, Json)]) -> Vec<u8> {
    let (mut nodes, mut data) = (vec![[Branch::Empty; 2]], Vec::new());
    for (network, known) in networks {
        let at = data.len();
        value(&mut data, known);
        insert(&mut nodes, network, at);
    }
    let mut out = tree(&nodes);
    out.extend([0; 16]);
    out.extend(data);
    out.extend(b"\xab\xcd\xefMaxMind.com");
    value(&mut out, &metadata(kind, nodes.len()));
    out
}

fn metadata(kind: &str, nodes: usize) -> Json {
    json!({
        "node_count": {"u32": nodes}, "record_size": {"u16": 32}, "ip_version": {"u16": 4}, "database_type": kind, "languages": [],
        "binary_format_major_version": {"u16": 2}, "binary_format_minor_version": {"u16": 0}, "build_epoch": {"u64": 1},
        "description": {"en": "of a test"},
    })
}

fn insert(nodes: &mut Vec<[Branch; 2]>, network: &str, at: usize) {
    let (address, length) = network.split_once('/').unwrap();
    let (address, length) = (u32::from(address.parse::<std::net::Ipv4Addr>().unwrap()), length.parse::<u32>().unwrap());
    let mut node = 0;
    for place in 0..length {
        let bit = usize::try_from(address >> (DEPTH - 1 - place) & 1).unwrap();
        node = match nodes[node][bit] {
            _ if place + 1 == length => {
                nodes[node][bit] = Branch::Data(at);
                return;
            }
            Branch::Node(next) => next,
            Branch::Empty | Branch::Data(_) => {
                nodes.push([Branch::Empty; 2]);
                nodes[node][bit] = Branch::Node(nodes.len() - 1);
                nodes.len() - 1
            }
        };
    }
}

fn tree(nodes: &[[Branch; 2]]) -> Vec<u8> {
    let record = |branch: &Branch| match *branch {
        Branch::Empty => nodes.len(),
        Branch::Node(next) => next,
        Branch::Data(at) => nodes.len() + 16 + at,
    };
    nodes.iter().flatten().flat_map(|branch| u32::try_from(record(branch)).unwrap().to_be_bytes()).collect()
}

/// A value: texts, lists, objects and floating numbers as they are; `{"u32": 1}` and the like are whole numbers of that size.
fn value(out: &mut Vec<u8>, json: &Json) {
    match json {
        Json::String(text) => {
            control(out, 2, text.len());
            out.extend(text.bytes());
        }
        Json::Number(number) => {
            control(out, 3, 8);
            out.extend(number.as_f64().unwrap().to_be_bytes());
        }
        Json::Array(items) => {
            control(out, 11, items.len());
            items.iter().for_each(|item| value(out, item));
        }
        Json::Object(members) => match members.iter().next() {
            Some((size, Json::Number(number))) if ["u16", "u32", "u64"].contains(&size.as_str()) => {
                let (kind, bytes) = match size.as_str() {
                    "u16" => (5, 2),
                    "u32" => (6, 4),
                    _ => (9, 8),
                };
                control(out, kind, bytes);
                out.extend(&number.as_u64().unwrap().to_be_bytes()[8 - bytes..]);
            }
            _ => {
                control(out, 7, members.len());
                for (name, member) in members {
                    value(out, &name.as_str().into());
                    value(out, member);
                }
            }
        },
        other => panic!("{other} cannot be written"),
    }
}

/// Kind and size; a size from 29 to 284 needs a byte more.
fn control(out: &mut Vec<u8>, kind: u8, size: usize) {
    let (first, more) = if size < 29 { (size, None) } else { (29, Some(u8::try_from(size - 29).unwrap())) };
    let first = u8::try_from(first).unwrap();
    if kind <= 7 {
        out.push(kind << 5 | first)
    } else {
        out.extend([first, kind - 7])
    }
    out.extend(more);
}
