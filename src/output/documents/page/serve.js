// The local page. The server computes and draws; this script moves dials, asks, and keeps what was tried.
const QUIET = 150, WRITE = 300, TRIES = 4, STEPS = 200;
const at = id => document.getElementById(id), all = selector => [...document.querySelectorAll(selector)];
const told = JSON.parse(at("told").textContent), query = `?tab=${told.tab}&locale=${told.locale}`;
const say = (id, where) => told.words[id].replace("%where%", where);
const make = (name, parts, ...inside) => {
  const made = Object.assign(document.createElement(name), parts);
  made.append(...inside);
  return made;
};
const link = (id, onclick) => make("button", { type: "button", className: "plain", onclick }, say(id));
const lost = () => ({ errors: [{ message: say("gone") }] });
const post = async (route, body, signal) => {
  const reply = await fetch(route + query, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });
  return { ok: reply.ok, ...await reply.json() };
};
const wrong = ({ message, help }) => [message, help].filter(Boolean).join("; "), wrongs = reply => (reply.errors ?? []).map(wrong).join(" ");

// What was changed, what was kept, and which version of it is shown.
let edits = {}, tries = [], errors = [], version = 0, shown = 0, depth = innerWidth > 639 ? 2 : 0, quietAt = 0;
const { tiles } = told, base = { name: say("as-is"), tiles }, current = { name: say("now"), tiles };
const isChanged = () => !!Object.keys(edits)[0];
const boxes = all("#checks input"), chosen = () => boxes.filter(box => box.checked).map(box => box.value), usual = `${chosen()}`;

// Numbers as scenarios have them.
const SIZES = { "": 1, "%": .01, k: 1e3, M: 1e6 };
const ONE = "(-?[\\d\\s_]*[.,]?\\d+)\\s*(%|k|M)?", FORM = new RegExp(`^\\s*${ONE}(?:\\s*(?:to|\\.\\.)\\s*${ONE})?\\s*$`);
const read = text => {
  const [, low, size, high, other] = FORM.exec(text) ?? [];
  const value = (digits, sign = "") => digits.replace(/[\s_]/g, "").replace(",", ".") * SIZES[sign];
  return low && [value(low, size), high ? value(high, other) : value(low, size)];
};
const write = ({ kind }, value) => {
  const sign = kind === "share" ? "%" : value >= 1e6 ? "M" : value >= 1e4 ? "k" : "";
  return +((kind === "whole" ? Math.round(value) : value) / SIZES[sign]).toPrecision(3) + sign;
};
const place = ({ min, max, log }, value) => STEPS * (log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min));
const valueAt = ({ min, max, log }, step) => log ? min * (max / min) ** (step / STEPS) : min + (max - min) * step / STEPS;

// A dial: what is written, and two ends to be drawn.
let isMoving = false;
const knobs = new Map(told.dials.map((dial, i) => {
  const { key } = dial, root = at(`dial-${i}`), [text, exact, ...ends] = root.querySelectorAll("input");
  const [slides, was, fault] = [".ends", ".was", ".error"].map(part => root.querySelector(part));
  const values = () => key in edits ? read(edits[key]) : dial.low != null && [dial.low, dial.high];
  // Shows what is in force; `from` is the part under the hand, which stays as it is.
  const refresh = from => {
    const known = dial.max > dial.min && values(), error = errors.find(error => error.key === key);
    if (from !== text) text.value = edits[key] ?? dial.text;
    exact.parentNode.hidden = slides.hidden = !known;
    if (known) {
      if (!ends.includes(from)) exact.checked = known[0] === known[1];
      ends[1].parentNode.hidden = exact.checked;
      ends.forEach((end, i) => {
        if (end !== from) end.value = Math.max(0, place(dial, known[i]));
        end.ariaValueText = write(dial, known[i]);
      });
    }
    root.classList.toggle("changed", key in edits);
    was.hidden = !(key in edits);
    fault.hidden = !error;
    fault.textContent = error ? wrong(error) : "";
    text.ariaInvalid = !!error;
  };
  const set = (low, high, from) => {
    const [one, two] = [write(dial, low), write(dial, high)], joint = low === dial.least || high === dial.most || (edits[key] ?? dial.text).includes("..") ? ".." : " to ";
    change(key, one === two ? one : one + joint + two, from);
  };
  ends.forEach((end, i) => {
    end.oninput = () => {
      const value = valueAt(dial, +end.value), [low, high] = values();
      isMoving = true;
      set(i ? Math.min(low, value) : value, exact.checked || i ? value : Math.max(high, value), end);
    };
    end.onchange = () => {
      isMoving = false;
      remember();
    };
  });
  text.readOnly = false;
  text.oninput = () => busy(true);
  text.onblur = () => busy();
  text.onchange = () => change(key, text.value.trim() || dial.text);
  exact.onchange = () => {
    const [low, high] = values(), middle = dial.log ? Math.sqrt(low * high) : (low + high) / 2;
    if (exact.checked) set(middle, middle);
    else if (dial.low < dial.high) change(key, dial.text);
    else set(middle * .8, Math.min(middle * 1.2, dial.max));
  };
  was.querySelector("button").onclick = () => {
    change(key, dial.text);
    text.focus();
  };
  return [key, { dial, root, refresh }];
}));
const sift = () => {
  const asked = at("search").value.trim().toLowerCase();
  knobs.forEach(({ dial: { key }, root }) => {
    root.hidden = asked ? !root.dataset.find.includes(asked) : root.closest(".every") && !(key in edits);
  });
  at("none").hidden = !!all(".dial:not([hidden])")[0];
};
at("search").oninput = sift;

// An edit: the answer is grey until it is the answer to it.
const busy = (is = shown !== version || !!errors[0]) => all(".answer").forEach(part => { part.ariaBusy = is; });
const edited = () => {
  version += 1;
  quietAt = Date.now();
  at("back").hidden = !isChanged();
  busy();
  pump();
  remember();
};
const change = (key, text, from) => {
  const { dial, refresh } = knobs.get(key);
  if (text === dial.text) delete edits[key];
  else edits[key] = text;
  errors = errors.filter(error => error.key !== key);
  refresh(from);
  edited();
};
const replace = set => {
  const isNew = JSON.stringify(set) !== JSON.stringify(edits);
  edits = { ...set };
  if (isNew) errors = [];
  knobs.forEach(({ refresh }) => refresh());
  sift();
  if (isNew) edited();
};
at("back").onclick = () => replace({});

// The address keeps what was changed: an entry of the history for each finished edit.
const spelt = ({ name, set }) => `${new URLSearchParams(set)}~${name}`, unspelt = text => Object.fromEntries(new URLSearchParams(text));
let writing, isNoted = false;
const note = () => {
  const parts = new URLSearchParams(edits);
  if (`${chosen()}` !== usual) parts.set("show", chosen());
  tries.forEach(line => parts.append("try", spelt(line)));
  const hash = `${parts}` && `#${parts}`;
  if (hash !== location.hash) history[isNoted ? "replaceState" : "pushState"](null, "", location.pathname + location.search + hash);
  isNoted = isMoving;
};
const remember = () => {
  clearTimeout(writing);
  writing = setTimeout(note, WRITE);
};
const recall = () => {
  const parts = new URLSearchParams(location.hash.slice(1)), kept = parts.getAll("try"), show = (parts.get("show") ?? usual).split(",");
  boxes.forEach(box => { box.checked = show.includes(box.value); });
  tries = kept.map(text => tries.find(line => spelt(line) === text) ?? { set: unspelt(text.split("~")[0]), name: text.slice(text.indexOf("~") + 1) });
  ["try", "show"].forEach(name => parts.delete(name));
  replace(unspelt(parts));
  hang();
  lines();
};
onpopstate = recall;

// One request in flight: a draft while something moves (0), all futures when it rests (1), then studies beside them (2), then what tries lack.
// A draft has as many futures as come within a tenth of a second: it takes `pace`.
let flight, clock, pace = 50;
const pump = () => {
  const now = Date.now(), rest = quietAt + QUIET - now, line = tries.find(line => !line.tiles);
  clearTimeout(clock);
  if (told.isBroken || flight?.version === version) return;
  const late = flight?.stage < 1 && flight.since + 2 * pace + 50 - now;
  if (late > 0) clock = setTimeout(pump, late);
  else if (shown !== version) send(0);
  else if (!depth && rest > 0) clock = setTimeout(pump, rest);
  else if (depth < 2) send(depth + 1);
  else if (line) send(1, line);
};
const send = async (stage, line) => {
  if (flight?.stage < 1) pace = Math.min(2 * pace, 5e3);
  flight?.stop.abort();
  const mine = flight = { version, stage, since: Date.now(), stop: new AbortController() };
  const asked = { set: line ? line.set : edits, futures: Math.min(stage ? 1e9 : pace > 70 ? 500 : pace < 35 ? 2e3 : 1e3, told.futures), draft: !stage, brief: stage < 2, show: line ? [] : chosen(), narrow: innerWidth < 640, html: true };
  const reply = await post("answer", asked, mine.stop.signal).catch(lost);
  if (flight !== mine) return;
  flight = null;
  if (!stage) {
    quietAt = Date.now();
    pace = .7 * pace + .3 * (quietAt - mine.since);
  }
  if (line) line.tiles = reply.tiles ?? [];
  else paint(reply, mine);
  lines();
  pump();
};

// What comes back.
let telling;
const paint = (reply, { stage, version }) => {
  shown = version;
  depth = reply.ok ? stage : 2;
  errors = reply.errors ?? [];
  current.tiles = reply.tiles;
  if (reply.ok) draw(reply, stage);
  errors.forEach(({ key }) => knobs.get(key)?.refresh(document.activeElement));
  const others = errors.filter(({ key }) => !knobs.has(key));
  at("errors").hidden = !others[0];
  at("problems").textContent = others.map(error => error.text ?? wrong(error)).join("\n");
  busy();
  clearTimeout(telling);
  telling = setTimeout(() => { at("said").textContent = wrongs({ errors }) || ["verdict", "glance", "futures"].map(id => at(id).innerText).join(". "); }, 1e3);
};
const draw = (reply, stage) => {
  [...make("template", { innerHTML: reply.html }).content.children].forEach(part => {
    const old = at(part.id), folds = old?.querySelectorAll("details");
    part.querySelectorAll("details").forEach((one, i) => { one.open = folds?.[i]?.open; });
    // A draft has no pictures of weeks: those drawn before stay where they are.
    if (old && (stage !== 1 || !part.matches("figure"))) old.replaceWith(part);
    else {
      old?.remove();
      at("pictures").append(part);
    }
  });
  if (stage && !isChanged()) base.tiles = reply.tiles;
  if (!stage) at("futures").append(" ", say("draft"));
  at("glance").textContent = at("tiles").firstElementChild?.innerText.replace(/\n+/g, " · ");
};
const hang = () => {
  boxes.forEach(({ value, checked }) => {
    const figure = at(`picture-${value}`);
    if (!checked) figure?.remove();
    else if (!figure) depth = 0;
  });
  pump();
  remember();
};
boxes.forEach(box => { box.onchange = hang; });

// What was tried, side by side.
const row = (cells, isHead) => make("tr", {}, ...cells.map((inside, i) => make(inside && (isHead || !i) ? "th" : "td", {}, ...[inside].flat())));
const lines = () => {
  const heads = base.tiles ?? [], rows = [base, ...isChanged() ? [current] : [], ...tries];
  at("beside").hidden = rows.length < 2;
  at("rows").replaceChildren(row(["", ...heads.map(tile => tile.words), ""], true), ...rows.map(line => row([
    line.name, ...heads.map(({ id }) => line.tiles?.find(tile => tile.id === id)?.typical ?? "…"),
    line.set ? [link("take-up", () => replace(line.set)), link("forget", () => keep(tries.filter(kept => kept !== line)))] : ""])));
};
const keep = kept => {
  tries = kept;
  lines();
  pump();
  remember();
};
at("keep").onsubmit = event => {
  event.preventDefault();
  const name = at("try").value.trim() || Object.values(edits).join(", ") || base.name;
  keep([...tries, { name, set: { ...edits }, tiles: depth && shown === version ? current.tiles : null }].slice(-TRIES));
};
document.onclick = ({ target }) => {
  if (target.dataset.whatIf) replace(told.whatIfs[target.dataset.whatIf]);
  if (!target.matches(".language")) return;
  note();
  target.hash = location.hash;
};

// What would it take?
let finding;
at("solved").onchange = () => {
  const { dial } = knobs.get(at("solved").value);
  at("from").value = write(dial, dial.min);
  at("to").value = write(dial, dial.max);
};
at("solve").onsubmit = async event => {
  event.preventDefault();
  const [goal, key, from, to] = ["goal", "solved", "from", "to"].map(id => at(id).value);
  finding?.abort();
  const { signal } = finding = new AbortController();
  at("finding").hidden = false;
  const reply = await post("solve", { set: edits, goal, key, from, to }, signal).catch(lost);
  if (signal !== finding.signal) return;
  at("finding").hidden = true;
  at("found").textContent = signal.aborted ? "" : reply.text ?? wrongs(reply);
  if (reply.value != null) at("found").append(" ", link("solve-take", () => change(key, write(knobs.get(key).dial, reply.value))));
};
at("stop").onclick = () => finding.abort();

// What is taken along.
at("take").onsubmit = async event => {
  event.preventDefault();
  const { value } = event.submitter, reply = await post(value, { set: edits, name: at("name").value }).catch(lost);
  at("taken").textContent = reply.ok ? say(value, reply.folder ?? reply.name) : wrongs(reply);
  if (reply.toml) make("a", { download: reply.name, href: URL.createObjectURL(new Blob([reply.toml])) }).click();
  at("command").hidden = !reply.command;
  at("line").textContent = reply.command;
};
at("copy").onclick = () => navigator.clipboard.writeText(at("line").textContent);

// Whoever mends the file sees it here.
setInterval(async () => {
  if (document.hidden) return;
  const reply = await fetch(`scenario${query}`, { headers: { "If-None-Match": `"${told.hash}"` } }).catch(() => null);
  if (!reply) at("futures").textContent = say("gone");
  if (reply?.status === 200) location.reload();
}, 2e3);
document.body.className = "live";
if (knobs.size) at("solved").onchange();
recall();
