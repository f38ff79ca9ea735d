"""Whom to win first, and how fast a list is read, with what others offer.

    graph.py read LIST                                  NetworKit
    graph.py choose LIST --with cynetdiff|ndlib ...     greedy choice by simulated cascades

A choice is lazy greedy (CELF: Leskovec and others 2007): everybody's spread is simulated once, and
whoever stands first is looked at again. The model is the independent cascade: a friend sees the
message with the chance --p, everybody passes it on, there is no limit of depth. The people are
printed as `reachsim graph LIST --askers .. --message one` takes them, which says what they reach.
"""

import argparse
import gzip
import heapq
import random
import resource
import time


def pairs(path):
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    with opened as lines:
        for line in lines:
            if line[:1].isdigit():
                a, b = line.split()[:2]
                yield int(a), int(b)


def graph_of(path):
    import networkx

    graph = networkx.Graph(pair for pair in pairs(path) if pair[0] != pair[1])
    return graph


def cynetdiff(graph, p, seed):
    """The mean number of people whom a set of people reaches, with themselves."""
    from cynetdiff.utils import networkx_to_ic_model

    model, places = networkx_to_ic_model(graph, activation_prob=p, rng=seed)
    if not isinstance(places, dict):
        places = {node: place for place, node in enumerate(graph)}

    def spread(people, worlds):
        model.set_seeds({places[person] for person in people})
        total = 0
        for _ in range(worlds):
            model.reset_model()
            model.advance_until_completion()
            total += model.get_num_activated_nodes()
        return total / worlds

    return spread


def ndlib(graph, p, seed):
    import ndlib.models.epidemics as epidemics
    import ndlib.models.ModelConfig as config

    # It takes each friendship in the direction in which it is given.
    graph = graph.to_directed()
    random.seed(seed)

    def spread(people, worlds):
        total = 0
        for _ in range(worlds):
            model = epidemics.IndependentCascadesModel(graph)
            settings = config.Configuration()
            settings.add_model_initial_configuration("Infected", list(people))
            for edge in graph.edges():
                settings.add_edge_configuration("threshold", edge, p)
            model.set_initial_status(settings)
            while True:
                count = model.iteration()["node_count"]
                if count[1] == 0:
                    break
            total += count[2]
        return total / worlds

    return spread


def choose(graph, spread, k, worlds, candidates):
    people = sorted(graph, key=lambda person: (-graph.degree(person), person))[:candidates]
    queue = [(-spread([person], worlds), person, 0) for person in people]
    heapq.heapify(queue)
    chosen, reached = [], 0.0
    while len(chosen) < k:
        gain, person, looked = heapq.heappop(queue)
        if looked == len(chosen):
            chosen.append(person)
            reached -= gain
            continue
        gain = spread(chosen + [person], worlds) - reached
        heapq.heappush(queue, (-gain, person, len(chosen)))
    return chosen, reached


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("what", choices=["read", "choose"])
    arguments.add_argument("list")
    arguments.add_argument("--with", dest="peer", choices=["cynetdiff", "ndlib"])
    arguments.add_argument("--k", type=int, default=10)
    arguments.add_argument("--p", type=float, default=0.05)
    arguments.add_argument("--worlds", type=int, default=100)
    arguments.add_argument("--candidates", type=int, help="only so many with most friends")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    if given.what == "read":
        import networkit

        networkit.setNumberOfThreads(2)
        start, used = time.perf_counter(), time.process_time()
        graph = networkit.graphio.EdgeListReader(" ", 0).read(given.list)
        print(graph.numberOfNodes(), "people,", graph.numberOfEdges(), "friendships")
    else:
        graph = graph_of(given.list)
        start, used = time.perf_counter(), time.process_time()
        spread = {"cynetdiff": cynetdiff, "ndlib": ndlib}[given.peer](graph, given.p, given.seed)
        found, reached = choose(graph, spread, given.k, given.worlds, given.candidates)
        print("--askers " + ",".join(map(str, found)) + f"  says {reached:.0f} with them")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = time.perf_counter() - start
    print(f"{seconds:.2f} s, {time.process_time() - used:.2f} s of processors, {memory:.0f} MB")


if __name__ == "__main__":
    main()
