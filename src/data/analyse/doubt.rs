//! What is asked of files that cannot tell it.

use reachsim_core::diagnostic::{Code, message};

use super::question::Question;
use super::view::View;
use super::voice::brand_names;
use crate::fault::Fault;
use crate::measure::codes::fold;
use crate::shape::{Export, Name, Names, Side};

/// Candidates that are named.
const NAMED: usize = 6;

/// Names of the own brand; a fault where the word is nobody's.
pub fn own(export: &Export, question: &Question) -> Result<Vec<Name>, Fault> {
    let Some(word) = &question.brand else { return Ok(Vec::new()) };
    let brands = brand_names(export);
    let wanted = fold(word);
    let is_own = |name: &&Name| fold(export.names.of(**name)).contains(wanted.as_ref());
    let own: Vec<Name> = brands.iter().filter(is_own).copied().collect();
    let speaks = !question.brand_authors.is_empty()
        || export.messages.iter().any(|message| message.side == Side::Brand);
    let named = accounts(export).iter().any(|name| is_own(&name));
    if !own.is_empty() || (brands.is_empty() && (speaks || named)) || export.messages.is_empty() {
        return Ok(own);
    }
    let words = message!("nobody in these files is `{word}`", word = word);
    let fault = Fault::new(Code::RoleUnknown, words);
    let candidates = if brands.is_empty() { accounts(export) } else { brands };
    Err(match listed(&export.names, &candidates) {
        Some(names) => {
            fault.help(message!("write one of the names in them: {names}", names = names))
        }
        None => fault.help(message!("write the name under which the brand answers in them")),
    })
}

/// Accounts of posts and places of messages.
fn accounts(export: &Export) -> Vec<Name> {
    let posts = export.posts.iter().filter_map(|post| post.account);
    let places = export.messages.iter().filter_map(|message| message.place);
    let mut names: Vec<Name> = posts.chain(places).collect();
    names.sort_unstable();
    names.dedup();
    names.sort_by_key(|name| export.names.of(*name));
    names
}

/// A fault where a word of won stages is in no stage.
pub fn won(export: &Export, question: &Question) -> Result<(), Fault> {
    let Some(word) = &question.won else { return Ok(()) };
    let mut stages: Vec<Name> = export.leads.iter().filter_map(|lead| lead.stage).collect();
    stages.sort_unstable();
    stages.dedup();
    stages.sort_by_key(|name| export.names.of(*name));
    let wanted = fold(word);
    let is_won = |name: &Name| fold(export.names.of(*name)).contains(wanted.as_ref());
    if export.leads.is_empty() || stages.iter().any(is_won) {
        return Ok(());
    }
    let fault =
        Fault::new(Code::UnknownChoice, message!("no lead is in a stage `{word}`", word = word));
    Err(match listed(&export.names, &stages) {
        Some(names) => {
            fault.help(message!("write a word of one of the stages: {names}", names = names))
        }
        None => fault.help(message!("leave `--won` out: these leads have no stages")),
    })
}

pub fn zone(export: &Export) -> Fault {
    Fault::new(Code::NoZone, message!("there is no zone `{name}`", name = export.zone))
        .help(message!("a zone is called by its place, as `Europe/Kyiv`"))
}

fn listed(names: &Names, of: &[Name]) -> Option<String> {
    let quoted: Vec<String> =
        of.iter().take(NAMED).map(|name| format!("`{}`", names.of(*name))).collect();
    (!quoted.is_empty()).then(|| quoted.join(", "))
}

/// An export as it is looked at, with what it cannot tell; without a view where its zone does not
/// exist, all faults.
pub fn view<'a>(
    export: &'a Export,
    question: &'a Question,
) -> Result<(View<'a>, Vec<Fault>), Vec<Fault>> {
    let mut faults: Vec<Fault> = won(export, question).err().into_iter().collect();
    let own = own(export, question).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    let Some(view) = View::of(export, question, own) else {
        faults.push(zone(export));
        return Err(faults);
    };
    Ok((view, faults))
}
