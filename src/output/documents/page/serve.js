// The local page. The server computes and draws; this script moves dials, asks, and keeps what was tried.
const DRAFT = 2000, FULL = 10000, QUIET = 150, WRITE = 300, POLL = 2000, TRIES = 4, STEPS = 400;
const at = id => document.getElementById(id), all = selector => [...document.querySelectorAll(selector)];
const told = JSON.parse(at("told").textContent), { words, dials } = told, query = `?tab=${told.tab}&locale=${told.locale}`;
const say = (id, parts = {}) => words[id].replace(/%(\w+)%/g, (whole, name) => parts[name] ?? whole);
const make = (name, parts, ...inside) => {
  const made = Object.assign(document.createElement(name), parts);
  made.append(...inside);
  return made;
};
const post = async (route, body, signal) => {
  const reply = await fetch(route + query, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal });
  return { ok: reply.ok, ...await reply.json() };
};
const wrongs = reply => (reply.errors ?? []).map(({ message, help }) => [message, help].filter(Boolean).join(". ")).join("\n");

// What was changed, what was kept, and which version of it is shown.
let edits = {}, tries = [], errors = [], version = 0, shown = 0, isFull = false, changedAt = 0;
const base = { name: say("as-is"), set: {}, tiles: told.tiles }, current = { tiles: told.tiles };
const boxes = all("#checks input"), chosen = () => boxes.filter(box => box.checked).map(box => box.value).join();
const usual = chosen();

// Numbers as scenarios have them.
const SIZES = { "": 1, "%": .01, k: 1e3, M: 1e6, "тыс": 1e3, "тис": 1e3, "млн": 1e6 };
const ONE = "(-?[\\d\\s_]*[.,]?\\d+)\\s*(%|k|M|тыс|тис|млн)?", FORM = new RegExp(`^\\s*${ONE}(?:\\s*(?:to|\\.\\.)\\s*${ONE})?\\s*$`);
const read = text => {
  const [, low, size, high, other] = FORM.exec(text) ?? [];
  const value = (digits, sign = "") => digits.replace(/[\s_]/g, "").replace(",", ".") * SIZES[sign];
  return low && [value(low, size), high ? value(high, other) : value(low, size)];
};
const write = ({ min, max, log, unit }, value) => {
  const step = log ? value * Math.log(max / min) / STEPS : (max - min) / STEPS, size = Math.abs(value);
  const digits = Math.min(6, Math.max(3, Math.ceil(Math.log10(size / step)) + 1 || 3));
  const sign = unit === "share" ? "%" : size >= 1e6 ? "M" : size >= 1e4 ? "k" : "";
  return +(value / SIZES[sign]).toPrecision(digits) + sign;
};
const place = ({ min, max, log }, value) => STEPS * (log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min));
const valueAt = ({ min, max, log }, step) => log ? min * (max / min) ** (step / STEPS) : min + (max - min) * step / STEPS;

// A dial: what is written, and two ends to be drawn.
let isMoving = false;
const controls = new Map(dials.map((dial, i) => {
  const { key } = dial, root = at(`dial-${i}`), [text, exact, ...ends] = root.querySelectorAll("input");
  const [slides, was, wrong] = [".ends", ".was", ".error"].map(part => root.querySelector(part));
  const values = () => key in edits ? read(edits[key]) : dial.low != null && [dial.low, dial.high];
  // Shows what is in force; `from` is the part under the hand, which stays as it is.
  const refresh = from => {
    const known = dial.max > dial.min && values(), error = errors.find(error => error.key === key);
    if (from !== text) text.value = edits[key] ?? dial.text;
    slides.hidden = !known;
    if (known) {
      if (!ends.includes(from)) exact.checked = known[0] === known[1];
      ends[1].parentNode.hidden = exact.checked;
      ends.forEach((end, i) => {
        if (end !== from) end.value = place(dial, known[i]);
        end.ariaValueText = write(dial, known[i]);
      });
    }
    root.classList.toggle("changed", key in edits);
    was.hidden = !(key in edits);
    wrong.hidden = !error;
    wrong.textContent = error ? wrongs({ errors: [error] }) : "";
    text.ariaInvalid = !!error;
  };
  const set = (low, high, from) => {
    const [one, two] = [write(dial, low), write(dial, high)], joint = (edits[key] ?? dial.text).includes("..") ? ".." : " to ";
    change(key, one === two ? one : one + joint + two, from);
  };
  ends.forEach((end, i) => {
    end.max = STEPS;
    end.oninput = () => {
      const value = valueAt(dial, +end.value), [low, high] = values();
      isMoving = true;
      if (exact.checked) set(value, value, end);
      else if (i) set(Math.min(low, value), value, end);
      else set(value, Math.max(high, value), end);
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
    const [low, high] = values() || [dial.median, dial.median], middle = dial.log ? Math.sqrt(low * high) : (low + high) / 2;
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
const search = at("search");
const sift = () => {
  const asked = search.value.trim().toLowerCase();
  controls.forEach(({ dial, root }) => {
    const found = [dial.label, dial.key, dial.group, dial.meaning, dial.unit, dial.source].join(" ").toLowerCase().includes(asked);
    root.hidden = asked ? !found : root.closest(".every") && !(dial.key in edits);
  });
  at("none").hidden = !asked || all(".dial:not([hidden])").length > 0;
};
search.oninput = sift;

// An edit: the answer is grey until it is the answer to it.
const busy = (is = shown !== version || errors.length > 0) => all(".answer").forEach(part => { part.ariaBusy = is; });
const edited = () => {
  version += 1;
  changedAt = performance.now();
  at("back").hidden = !Object.keys(edits).length;
  busy();
  pump();
};
const change = (key, text, from) => {
  if (text === controls.get(key).dial.text) delete edits[key];
  else edits[key] = text;
  errors = errors.filter(error => error.key !== key);
  controls.get(key).refresh(from);
  edited();
  remember();
};
const replace = set => {
  edits = { ...set };
  errors = [];
  controls.forEach(({ refresh }) => refresh());
  sift();
  edited();
  remember();
};
at("back").onclick = () => replace({});

// The address keeps what was changed: an entry of the history for each finished edit.
let writing, hasWritten = false;
const note = () => {
  const parts = new URLSearchParams(edits);
  if (chosen() !== usual) parts.set("~show", chosen());
  tries.forEach(({ name, set }) => parts.append("~try", JSON.stringify([name, set])));
  const hash = `${parts}` && `#${parts}`;
  clearTimeout(writing);
  if (hash !== location.hash) history[hasWritten ? "replaceState" : "pushState"](null, "", location.pathname + location.search + hash);
  hasWritten = isMoving;
};
const remember = () => {
  clearTimeout(writing);
  writing = setTimeout(note, WRITE);
};
const recall = () => {
  const parts = new URLSearchParams(location.hash.slice(1)), kept = parts.getAll("~try"), show = (parts.get("~show") ?? usual).split(",");
  boxes.forEach(box => { box.checked = show.includes(box.value); });
  tries = kept.flatMap(text => {
    try {
      const [name, set] = JSON.parse(text);
      return tries.find(old => JSON.stringify([old.name, old.set]) === text) ?? { name: `${name}`, set: { ...set } };
    } catch {
      return [];
    }
  });
  ["~try", "~show"].forEach(name => parts.delete(name));
  replace(Object.fromEntries(parts));
  lines();
};
window.onpopstate = recall;

// One request in flight: a draft while something moves, all futures when it rests, then what tries lack.
let flight, clock, pace = 100;
const pump = () => {
  clearTimeout(clock);
  if (flight) {
    if (flight.version === version) return;
    const left = flight.isDraft ? flight.since + 2 * pace + 50 - performance.now() : 0;
    if (left > 0) {
      clock = setTimeout(pump, left);
      return;
    }
    if (flight.isDraft) pace = Math.min(2 * pace, 5000);
    flight.stop.abort();
    flight = null;
  }
  const rest = changedAt + QUIET - performance.now(), line = tries.find(line => !line.tiles);
  if (told.isBroken) return;
  if (shown !== version) send(true);
  else if (!isFull && rest > 0) clock = setTimeout(pump, rest);
  else if (!isFull) send(false);
  else if (line) send(false, line);
};
const send = async (isDraft, line) => {
  const mine = flight = { version, isDraft, since: performance.now(), stop: new AbortController() };
  const asked = { set: line ? line.set : edits, futures: isDraft ? DRAFT : FULL, draft: isDraft, show: line ? [] : chosen().split(",").filter(Boolean), html: true };
  const reply = await post("answer", { ...asked, narrow: matchMedia("(max-width: 640px)").matches }, mine.stop.signal).catch(() => null);
  if (flight !== mine) return;
  flight = null;
  if (!reply) {
    at("futures").textContent = say("gone");
    return;
  }
  if (isDraft) pace = .7 * pace + .3 * (performance.now() - mine.since);
  if (line) line.tiles = reply.tiles ?? [];
  else paint(reply, mine);
  lines();
  pump();
};

// What comes back.
let telling;
const tell = text => {
  clearTimeout(telling);
  telling = setTimeout(() => { at("said").textContent = text; }, 1000);
};
const paint = (reply, { isDraft, version }) => {
  shown = version;
  isFull = !isDraft || !reply.ok;
  errors = reply.errors ?? [];
  if (reply.ok) draw(reply, isDraft);
  controls.forEach(({ refresh }, key) => { if (errors.some(error => error.key === key)) refresh(document.activeElement); });
  const rest = errors.filter(error => !controls.has(error.key));
  at("errors").hidden = !rest.length;
  at("problems").textContent = rest.map(error => error.text ?? wrongs({ errors: [error] })).join("\n");
  if (errors.length) tell(wrongs(reply));
  busy();
};
const draw = (reply, isDraft) => {
  const parts = make("template", { innerHTML: reply.html });
  [...parts.content.children].forEach(part => {
    const old = at(part.id);
    [...part.querySelectorAll("details")].forEach((one, i) => { one.open = old?.querySelectorAll("details")[i]?.open; });
    // A draft has no pictures of weeks: those drawn before stay where they are.
    if (old && (isDraft || !part.matches("figure"))) old.replaceWith(part);
    else {
      old?.remove();
      at("pictures").append(part);
    }
  });
  current.tiles = reply.tiles;
  if (!isDraft && !Object.keys(edits).length) base.tiles = reply.tiles;
  at("futures").textContent = say(isDraft ? "draft" : "futures", { n: reply.futures.toLocaleString(told.locale) });
  at("glance").textContent = at("tiles").firstElementChild?.innerText ?? "";
  tell([at("verdict").innerText, at("glance").textContent, at("futures").textContent].join(" "));
};

// What was tried, side by side.
const cell = (inside, i) => make(i ? "td" : "th", i ? {} : { scope: "row" }, ...[inside].flat());
const lines = () => {
  const link = (id, onclick) => make("button", { type: "button", className: "plain", onclick }, say(id));
  const keys = base.tiles ?? [], rows = [base, ...Object.keys(edits).length ? [{ name: say("now"), ...current }] : [], ...tries];
  at("beside").hidden = rows.length < 2;
  at("beside").firstElementChild.replaceChildren(
    make("thead", {}, make("tr", {}, ...["", ...keys.map(tile => tile.words), ""].map(head => make("th", {}, head)))),
    make("tbody", {}, ...rows.map(line => make("tr", {}, ...[line.name, ...keys.map(({ id }) => line.tiles?.find(tile => tile.id === id)?.typical ?? "…"),
      tries.includes(line) ? [link("take-up", () => replace(line.set)), link("forget", () => keep(tries.filter(kept => kept !== line)))] : ""].map(cell)))));
};
const keep = kept => {
  tries = kept;
  lines();
  remember();
};
at("keep").onsubmit = event => {
  event.preventDefault();
  const name = at("try").value.trim() || Object.values(edits).join(", ") || say("as-is");
  keep([...tries, { name, set: { ...edits }, tiles: isFull ? current.tiles : null }].slice(-TRIES));
  pump();
};
document.onclick = ({ target }) => {
  if (target.dataset.whatIf) replace(told.whatIfs[target.dataset.whatIf]);
  if (target.matches(".language")) {
    note();
    target.hash = location.hash;
  }
};
boxes.forEach(box => {
  box.onchange = () => {
    if (!box.checked) at(`picture-${box.value}`)?.remove();
    isFull = !box.checked && isFull;
    pump();
    remember();
  };
});

// What would it take?
let finding;
at("solved").onchange = () => {
  const { dial } = controls.get(at("solved").value);
  ["min", "max"].forEach((end, i) => { at(["from", "to"][i]).value = dial[end] == null ? "" : write(dial, dial[end]); });
};
at("solve").onsubmit = async event => {
  event.preventDefault();
  const key = at("solved").value, mine = finding = new AbortController(), show = is => [at("finding"), at("stop")].forEach(part => { part.hidden = !is; });
  show(true);
  at("found").textContent = "";
  const reply = await post("solve", { set: edits, goal: at("goal").value, key, from: at("from").value, to: at("to").value }, mine.signal).catch(() => null);
  show(false);
  if (!reply) return;
  at("found").textContent = reply.ok ? reply.text : wrongs(reply);
  if (reply.ok && reply.value != null) at("found").append(" ", make("button", { type: "button", onclick: () => change(key, write(controls.get(key).dial, reply.value)) }, say("solve-take")));
};
at("stop").onclick = () => finding.abort();

// What is taken along.
at("take").onsubmit = async event => {
  event.preventDefault();
  const route = event.submitter.value, reply = await post(route, { set: edits, name: at("name").value, tab: told.tab }).catch(() => ({ errors: [{ message: say("gone") }] }));
  at("taken").textContent = reply.ok ? say(route, { where: reply.folder ?? reply.name }) : wrongs(reply);
  if (reply.toml) make("a", { download: reply.name, href: URL.createObjectURL(new Blob([reply.toml])) }).click();
  if (reply.command) at("command").querySelector("code").textContent = reply.command;
  at("command").hidden = !reply.command;
};
at("command").querySelector("button").onclick = () => navigator.clipboard.writeText(at("command").textContent);

// Whoever mends the file sees it here.
setInterval(async () => {
  if (document.hidden) return;
  const reply = await fetch(`scenario${query}`, { headers: { "If-None-Match": told.tag ?? "" } }).catch(() => null);
  if (!reply) at("futures").textContent = say("gone");
  if (reply?.status !== 200) return;
  told.tag = reply.headers.get("ETag");
  if ((await reply.json()).hash !== told.hash) location.reload();
}, POLL);
document.documentElement.classList.add("live");
at("solved").onchange();
recall();
