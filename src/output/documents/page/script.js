(() => {
"use strict";
const at = id => document.getElementById(id), told = JSON.parse(at("futures").textContent), words = told.words;
const read = text => new Float32Array(Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer);
const columns = told.columns.map(column => ({ ...column, values: read(column.data) }));
const subject = columns[0], all = subject.values.filter(Number.isFinite), n = all.length, packed = subject.values.length;
if (n < 2 || all[0] === all[n - 1]) return;
document.querySelectorAll(".asks").forEach(part => { part.hidden = false; });
const digits = (value, most) => new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: most }).format(value).replace("-", "\u2212");
const number = (value, column, most = 3) => Number.isFinite(value) ? column.share ? digits(100 * value, most) + words.percent : digits(value, most) : "\u2014";
const fill = (text, parts) => text.replace(/%(\w+)%/g, (whole, name) => name in parts ? parts[name] : whole);
const median = values => {
  const known = values.filter(Number.isFinite).sort(), half = known.length >> 1;
  return known.length % 2 ? known[half] : (known[half - 1] + known[half]) / 2;
};
// The bars, and the two ends between which futures are chosen.
const BARS = 40, low = all[Math.floor(n / 200)], high = all[n - 1 - Math.floor(n / 200)], step = (high - low) / BARS || 1;
const bar = value => Math.min(BARS - 1, Math.max(0, Math.floor((value - low) / step)));
const counts = new Array(BARS).fill(0);
all.forEach(value => { counts[bar(value)] += 1; });
const tallest = Math.max(...counts), picture = at("ask-bars"), from = at("ask-from"), to = at("ask-to");
const shape = (name, parts) => Object.entries(parts).reduce((made, [key, value]) => (made.setAttribute(key, value), made), document.createElementNS("http://www.w3.org/2000/svg", name));
picture.setAttribute("preserveAspectRatio", "none");
const bars = counts.map((count, place) => picture.appendChild(shape("rect", { x: 15 * place + 1, width: 13, y: 148 - 146 * count / tallest, height: 2 + 146 * count / tallest })));
const rows = columns.slice(1, 1 + told.inputs).map(column => {
  const row = at("ask-rows").insertRow(), head = row.appendChild(document.createElement("th"));
  head.scope = "row";
  head.textContent = column.words;
  const cells = [row.insertCell(), row.insertCell()];
  cells.forEach(cell => { cell.className = "number"; });
  cells[0].textContent = number(median(column.values), column);
  return [column, cells[1]];
});
const choose = () => {
  const [first, last] = [+from.value, +to.value].sort((a, b) => a - b);
  const inside = place => place >= first && place < last;
  bars.forEach((part, place) => part.classList.toggle("in", inside(place)));
  const begin = all.findIndex(value => inside(bar(value))), found = all.filter(value => inside(bar(value))), end = begin + found.length;
  at("ask-chosen").textContent = fill(words.chosen, { n: digits(found.length, 4), all: digits(packed, 4), words: subject.words, low: number(found[0], subject), high: number(found[found.length - 1], subject) });
  rows.forEach(([column, cell]) => { cell.textContent = number(found.length ? median(column.values.slice(begin, end)) : NaN, column); });
  [from, to].forEach(end => end.setAttribute("aria-valuetext", number(low + step * end.value, subject)));
};
[from, to].forEach((end, place) => {
  end.max = BARS;
  end.value = place ? BARS : Math.floor(BARS * 2 / 3);
  end.oninput = choose;
});
const drawn = event => {
  const box = picture.getBoundingClientRect();
  return Math.min(BARS, Math.max(0, Math.round(BARS * (event.clientX - box.left) / box.width)));
};
let begun = null;
picture.onpointerdown = event => {
  begun = drawn(event);
  picture.setPointerCapture(event.pointerId);
};
picture.onpointermove = event => {
  if (begun === null) return;
  from.value = Math.min(begun, drawn(event));
  to.value = Math.max(begun, drawn(event), +from.value + 1);
  choose();
};
picture.onpointerup = picture.onpointercancel = () => { begun = null; };
choose();
const list = (select, things) => things.forEach((thing, place) => select.add(new Option(thing.words, place)));
// Another value of a target.
if (told.targets.length) {
  at("ask-targets").hidden = false;
  const which = at("ask-which"), slide = at("ask-slide"), field = at("ask-value");
  list(which, told.targets);
  const own = () => told.targets[which.value];
  const scale = () => columns[own().column].share ? 100 : 1;
  const show = value => {
    const { column: place, least, value: stated, chance } = own(), column = columns[place], values = column.values;
    const slack = 1e-6 * Math.abs(value), met = values.filter(known => least ? known >= value - slack : known <= value + slack).length;
    const hundred = 100 * met / packed;
    const rounded = met && hundred < 1 ? "<1" : met < packed && hundred > 99 ? ">99" : Math.round(hundred);
    at("ask-chance").textContent = value === stated ? fill(words.own, { chance }) : fill(words[least ? "least" : "most"], { n: rounded, words: column.words, value: number(value, column, 4) });
  };
  which.onchange = () => {
    const known = columns[own().column].values.filter(Number.isFinite).sort(), count = known.length;
    const ends = [known[Math.floor(count / 100)], known[Math.floor(count * 99 / 100)], own().value];
    slide.min = Math.min(...ends);
    slide.max = Math.max(...ends);
    slide.step = (slide.max - slide.min) / 200 || "any";
    slide.value = own().value;
    field.value = +(own().value * scale()).toPrecision(9);
    show(own().value);
  };
  slide.oninput = () => {
    const value = +(+slide.value).toPrecision(3);
    field.value = +(value * scale()).toPrecision(9);
    slide.setAttribute("aria-valuetext", number(value, columns[own().column], 4));
    show(value);
  };
  field.oninput = () => {
    if (field.value === "") return;
    slide.value = field.value / scale();
    show(field.value / scale());
  };
  which.onchange();
}
// What another choice changes.
if (told.choices.length) {
  at("ask-choices").hidden = false;
  const choice = at("ask-choice"), tell = () => { at("ask-told").textContent = told.choices[choice.value].told.join(" "); };
  list(choice, told.choices);
  choice.onchange = tell;
  tell();
}
})();
