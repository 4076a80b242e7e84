//! The table that stands in the README.

/// One figure with what it is held against.
pub(crate) struct Line {
    what: String,
    ours: String,
    limit: String,
    ratio: String,
    aim: String,
    met: bool,
}

/// All figures of a run.
#[derive(Default)]
pub(crate) struct Report(Vec<Line>);

impl Report {
    /// A rate beside its limit: the ratio must reach the aim.
    pub(crate) fn rate(&mut self, what: &str, ours: f64, limit: f64, aim: f64) {
        let ratio = ours / limit;
        self.push(what, format!("{ours:.0}/s"), format!("{limit:.0}/s"), format!("{ratio:.2}"), format!("≥ {aim}"), ratio >= aim);
    }

    /// A figure that must not exceed the aim.
    pub(crate) fn at_most(&mut self, what: &str, ours: f64, unit: &str, aim: f64) {
        self.push(what, format!("{ours:.2} {unit}"), "–".into(), "–".into(), format!("≤ {aim} {unit}"), ours <= aim);
    }

    /// A time that may grow by at most this factor over another.
    pub(crate) fn growth(&mut self, what: &str, ours: f64, base: f64, aim: f64) {
        let ratio = ours / base;
        self.push(what, format!("{ours:.0} µs"), format!("{base:.0} µs"), format!("{ratio:.2}"), format!("≤ {aim}"), ratio <= aim);
    }

    /// A figure that is only told.
    pub(crate) fn told(&mut self, what: &str, ours: String) {
        self.push(what, ours, "–".into(), "–".into(), "–".into(), true);
    }

    fn push(&mut self, what: &str, ours: String, limit: String, ratio: String, aim: String, met: bool) {
        eprintln!("{what}: {ours} (limit {limit}, ratio {ratio}, aim {aim}){}", if met { "" } else { "  MISSED" });
        self.0.push(Line { what: what.to_owned(), ours, limit, ratio, aim, met });
    }

    /// Prints the table; whether every aim was met.
    pub(crate) fn print(&self) -> bool {
        println!("| figure | measured | limit or base | ratio | aim | |\n|---|---|---|---|---|---|");
        for line in &self.0 {
            let Line { what, ours, limit, ratio, aim, met } = line;
            let verdict = match (aim.as_str(), met) {
                ("–", _) => "",
                (_, true) => "met",
                (_, false) => "missed",
            };
            println!("| {what} | {ours} | {limit} | {ratio} | {aim} | {verdict} |");
        }
        self.0.iter().all(|line| line.met)
    }
}
