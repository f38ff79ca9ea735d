//! The claims that come with the program. Test: `claims::the_program_has_the_claims_of_the_folder`.

/// The folder of their files.
pub const FOLDER: &str = "scenarios/claims";

/// Names of files of the folder, each with its text.
macro_rules! shipped {
    ($($name:literal,)*) => {
        &[$(($name, include_str!(concat!("../../../scenarios/claims/", $name, ".toml")))),*]
    };
}

/// Every claim by the name of its file, with the text of it.
pub const SHIPPED: &[(&str, &str)] = shipped![
    "a-group-is-livelier",
    "a-registration-wall-kills-comments",
    "a-support-page-advertises",
    "autoposting-repels",
    "bad-remarks-travel",
    "bots-inflate-10",
    "bots-inflate-50",
    "brands-compete-for-attention",
    "critics-are-few-and-loud",
    "do-not-buy-bots",
    "friends-are-trusted",
    "kindred-communities-bring-followers",
    "leads-in-time",
    "lively-pages-grow",
    "media-pages-post-often",
    "members-answer-faster",
    "members-cases-are-shown",
    "monitoring-1-reputation",
    "monitoring-2-competitors",
    "monitoring-3-campaigns",
    "monitoring-4-research",
    "monitoring-5-support",
    "monitoring-6-leads",
    "monitoring-7-recruiting",
    "more-advertising-loses-followers",
    "most-communities-are-dead",
    "most-follow-few-brands",
    "networks-clicks-without-talk",
    "networks-found-by-search",
    "networks-hardly-used",
    "networks-less-ready",
    "networks-readiest",
    "old-threads-are-found",
    "opinion-leaders-reach-further",
    "peers-take-months",
    "quick-answers-win-back",
    "reason-1-relations",
    "reason-2-recommendation",
    "reason-3-repeat-sales",
    "reason-4-research",
    "reason-5-support",
    "rewards-pay",
    "sent-away",
    "served-well-become-advocates",
    "the-mix-30-35-35",
    "the-site-gets-fewer-eyes",
    "who-talks-to-brands-at-all",
];
