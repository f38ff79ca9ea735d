//! One message of several people: the independent cascade from a seed set.

use std::sync::Arc;

use reachsim_core::graph::feed::Feed;
use reachsim_core::graph::loaded::Loaded;
use reachsim_core::graph::measure::Way;
use reachsim_core::graph::message::{Message, reach, survey};
use reachsim_core::graph::network::Network;
use reachsim_core::watch::Unwatched;

use crate::choose::{barbell, exact};

fn asked(authors: &[u64], visibility: f64, reshare: f64, depth: Option<u32>) -> Message {
    let feed = Feed { visibility, reshare, depth, activity: None };
    Message { authors: authors.to_vec(), feed, seed: 1, precision: 0.002 }
}

#[test]
fn one_message_reaches_what_enumeration_says() {
    let (people, edges) = barbell();
    let graph = Loaded::of(people as u64, &edges);
    for (authors, p, s) in [(&[0][..], 0.4, 0.3), (&[1, 2, 5], 0.7, 0.6), (&[3, 4], 0.2, 1.0)] {
        for depth in [1, 2] {
            let message = asked(authors, p, s, Some(depth));
            let near = exact(people, &edges, authors, &message.feed);
            let found = reach(&graph, authors, &message.feed)[depth as usize - 1];
            assert!((found - near).abs() < 1e-12, "{found}, not {near}");
        }
        let message = asked(authors, p, s, None);
        let network = Network::Loaded(Arc::new(graph.clone()));
        let found = survey(&network, &message, &Unwatched).expect("it is small").measured;
        let (reach, near) = (found.reach(), exact(people, &edges, authors, &message.feed));
        assert!((reach.value - near).abs() < 4.89 * reach.se, "{reach:?}, not {near}");
        assert!(matches!(found.way, Way::Simulated { .. }) && reach.se < 0.01);
        assert_eq!(found.impressions().value, reach.value);
        assert_eq!(found.mean.frequency[1], 0.0);
    }
}

/// Two authors with the same friends: a post each is seen more often than one message, by more
/// friends' friends, because whoever saw one passes it on by a coin of its own.
#[test]
fn a_post_each_goes_further_than_one_message() {
    let graph = Loaded::of(5, &[(0, 2), (1, 2), (2, 3), (3, 4)]);
    let feed = Feed { visibility: 1.0, reshare: 0.5, depth: Some(2), activity: None };
    let one = reach(&graph, &[0, 1], &feed);
    let each = reachsim_core::graph::expect::reach_of_given(&graph, &[(0, 1), (1, 1)], &feed);
    assert!((one[1] - 1.5).abs() < 1e-12);
    // The friend between them sees both, and each of the authors may see the other's post.
    assert!(each[1] > 1.75 - 1e-12);
}
