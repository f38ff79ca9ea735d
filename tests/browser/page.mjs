// The local page in a real browser: node page.mjs ADDRESS FILE [STEP]. FILE is the scenario behind
// the address; it is broken and mended. With STEP only the steps are made whose names have it.
// REACHSIM_BROWSER names the folder with the modules. What goes wrong is printed, and ends the
// script with 1.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [address, file, only = ""] = process.argv.slice(2);
const need = createRequire(join(process.env.REACHSIM_BROWSER, "package.json"));
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
// The dial that is moved: the number of questions a day.
let dial, DIAL;

const faults = [];
const expect = (is, words) => { if (!is) faults.push(words); };
const wait = (page, what, words) => page.waitForFunction(what, null, { timeout: 60000 }).catch(() => { throw new Error(`waited in vain: ${words}`); });

// What a page asks for, and what it complains about.
const asked = [], complaints = [];
let mayFail = false;
const open = async (browser, options = {}, hash = "") => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60000);
  page.on("request", request => asked.push(request.url()));
  page.on("console", said => { if (!(mayFail && /status of 422/.test(said.text()))) complaints.push(said.text()); });
  page.on("pageerror", error => complaints.push(`${error}`));
  if (options.javaScriptEnabled !== false) await page.addInitScript(watch);
  await page.goto(address + hash);
  if (options.javaScriptEnabled !== false) await wait(page, () => document.body.className === "live", "the script runs");
  return page;
};
// Milliseconds from an input to the paint of the answer to it.
const watch = () => {
  let from;
  window.lags = [];
  addEventListener("input", event => { from ??= event.timeStamp; }, true);
  addEventListener("DOMContentLoaded", () => new MutationObserver(changes => {
    if (from === undefined || changes.at(-1).target.ariaBusy !== "false") return;
    const begin = from;
    from = undefined;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.lags.push(performance.now() - begin);
      port2.postMessage(null);
    });
  }).observe(document.querySelector("#answer"), { attributeFilter: ["aria-busy"] }));
};
const settled = page => wait(page, () => document.querySelector("#answer").ariaBusy === "false" && document.querySelector("#futures").textContent.replace(/[^\d]/g, "").includes(JSON.parse(document.querySelector("#told").textContent).futures), "all futures stand behind the answer");
const type = async (page, text) => {
  await page.fill(DIAL, text);
  await page.press(DIAL, "Enter");
};
const tiles = page => page.innerText("#tiles");

const steps = {
  "it can be read without its script": async browser => {
    const page = await open(browser, { javaScriptEnabled: false });
    expect(await page.isVisible("#verdict") && (await page.innerText("#verdict")).length > 10, "no verdict");
    expect((await tiles(page)).length > 20, "no tiles");
    expect(await page.locator("figure svg").count() > 0, "no picture");
    expect(await page.isVisible(DIAL) && !await page.isVisible("input[type=range]"), "dials that nobody could move");
    await page.context().close();
  },
  "an answer follows a dial": async browser => {
    const page = await open(browser), end = page.locator(".dial:visible input[type=range]").first();
    const before = await tiles(page);
    await end.focus();
    for (let i = 0; i < 40; i += 1) {
      await end.press(i % 20 < 10 ? "ArrowRight" : "ArrowLeft");
      await wait(page, () => document.querySelector("#answer").ariaBusy === "false", "an answer to a key");
    }
    for (let i = 0; i < 12; i += 1) await end.press("ArrowRight");
    const lags = (await page.evaluate(() => window.lags)).sort((a, b) => a - b), at = share => lags[Math.floor(share * (lags.length - 1))].toFixed(0);
    console.log(`from input to paint, ${lags.length} keys: median ${at(.5)} ms, 95th percentile ${at(.95)} ms`);
    expect(lags.length >= 40, `${lags.length} answers to 40 keys`);
    await settled(page);
    expect(await tiles(page) !== before, "the answer is as before");
    expect(await page.locator(".dial.changed").count() === 1, "no dial is marked");
    await page.context().close();
  },
  "a range may begin at the lowest value there is": async browser => {
    const page = await open(browser), { dials } = JSON.parse(await page.textContent("#told"));
    const free = dials.findIndex(({ low, high, least, min, log }) => low < high && min === least && !log);
    expect(free >= 0, "no dial begins at its lowest value");
    await page.fill("#search", dials[free].key);
    await page.locator(`#dial-${free} input[type=range]`).first().press("Home");
    await settled(page);
    expect(/^0%?\.\./.test(await page.inputValue(`#text-${free}`)), `${await page.inputValue(`#text-${free}`)} has no hard end`);
    expect(await page.isHidden(`#error-${free}`), "the lowest value is refused");
    await page.context().close();
  },
  "the newest edit wins, whatever comes first": async browser => {
    const page = await open(browser);
    await type(page, "5");
    await settled(page);
    const first = await tiles(page);
    let count = 0;
    await page.route("**/answer?*", async route => {
      count += 1;
      if (count > 1) return route.continue();
      const reply = await route.fetch().catch(() => null);
      await new Promise(resolve => setTimeout(resolve, 1500));
      if (reply) await route.fulfill({ response: reply }).catch(() => {});
    });
    await type(page, "7");
    await type(page, "12");
    await page.waitForTimeout(1800);
    await settled(page);
    const last = await tiles(page);
    await page.unroute("**/answer?*");
    expect(count >= 3, `${count} requests`);
    await page.reload();
    await settled(page);
    expect(await page.inputValue(DIAL) === "12", "the address does not keep the edit");
    expect(await tiles(page) === last && last !== first, "an old answer stands beside a new number");
    // Both edits may have come within one entry of the history.
    for (let i = 0; i < 2 && await page.inputValue(DIAL) !== "5"; i += 1) {
      await page.goBack();
      await page.waitForTimeout(200);
    }
    expect(await page.inputValue(DIAL) === "5", "back undoes no edit");
    await settled(page);
    expect(await tiles(page) === first, "back shows another answer");
    await page.goForward();
    await page.waitForFunction(id => document.querySelector(id).value !== "5", DIAL);
    await page.context().close();
  },
  "tries stand side by side, and are taken along": async browser => {
    const page = await open(browser);
    await type(page, "9");
    await page.fill("#try", "nine a day");
    await page.click("#keep button");
    await type(page, "11 to 14");
    await settled(page);
    await page.waitForTimeout(400);
    expect(await page.locator("#rows tr").count() === 4, "not head, base, this and the kept try");
    expect(/try=/.test(page.url()) && /11/.test(page.url()), "the address lacks something");
    await page.reload();
    await wait(page, () => document.querySelectorAll("#rows tr").length === 4 && !/…/.test(document.querySelector("#rows").textContent), "the try is restored");
    await page.fill("#name", "more questions");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click("#take button[value=file]")]);
    const text = readFileSync(await download.path(), "utf8");
    expect(/extends/.test(text) && /11 to 14/.test(text), `the file says ${text}`);
    expect(/reachsim compare/.test(await page.innerText("#line")), "no command");
    await page.locator("#rows button").last().click();
    await page.click("#back");
    await settled(page);
    expect(await page.locator(".dial.changed").count() === 0 && await page.isHidden("#beside"), "something was not put back");
    await page.context().close();
  },
  "pictures are chosen, with their numbers": async browser => {
    const page = await open(browser), free = page.locator("#checks input:not(:checked)").first(), name = await free.getAttribute("value");
    await free.check();
    await page.waitForSelector(`#picture-${name} svg`);
    await page.click(`#picture-${name} summary`);
    expect(await page.locator(`#picture-${name} tbody tr`).count() > 0, "no numbers behind the picture");
    await type(page, "9");
    await settled(page);
    expect(await page.isVisible(`#picture-${name} table`), "the numbers were folded");
    await page.uncheck(`#checks input[value=${name}]`);
    expect(await page.locator(`#picture-${name}`).count() === 0, "the picture is still there");
    await page.fill("#search", "followers");
    expect(await page.locator(".every .dial:visible").count() > 0, "the search finds nothing");
    await page.fill("#search", "zebra");
    expect(await page.isVisible("#none"), "the search does not say that it finds nothing");
    await page.context().close();
  },
  "it tells what it would take": async browser => {
    const page = await open(browser);
    await page.fill("#goal", await page.getAttribute("#goals option", "value"));
    await page.click("#solve button >> nth=0");
    await wait(page, () => document.querySelector("#found").textContent.length > 10 && document.querySelector("#finding").hidden, "what it would take");
    await page.context().close();
  },
  "three languages, and the edits stay": async browser => {
    const page = await open(browser), heads = new Set();
    await type(page, "9");
    for (const locale of ["uk", "ru", "en"]) {
      await Promise.all([page.waitForNavigation(), page.click(`.language[lang=${locale}]`)]);
      await settled(page);
      expect(await page.getAttribute("html", "lang") === locale, `not ${locale}`);
      expect(await page.inputValue(DIAL) === "9", `${locale}: the edit is gone`);
      heads.add(await page.innerText("#moves"));
    }
    expect(heads.size === 3, "two languages say the same");
    await page.context().close();
  },
  "whoever uses no mouse, no colours or a small screen finds everything": async browser => {
    for (const colorScheme of ["light", "dark"]) for (const width of [390, 1440]) {
      const page = await open(browser, { viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce", bypassCSP: true }, "");
      await type(page, "9");
      await settled(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      violations.forEach(({ id, nodes }) => faults.push(`axe, ${colorScheme}, ${width} px: ${id}: ${nodes[0].html.slice(0, 160)} ${nodes[0].failureSummary}`));
      await page.context().close();
    }
    const page = await open(browser, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "360 px are too narrow");
    await page.context().close();
  },
  "mistakes are told where they were made": async browser => {
    const page = await open(browser), text = readFileSync(file, "utf8");
    mayFail = true;
    await type(page, "lots");
    await page.waitForSelector(`#error-${dial}:not([hidden])`);
    expect((await page.innerText(`#error-${dial}`)).length > 10 && await page.getAttribute("#answer", "aria-busy") === "true", "an answer beside a mistake");
    await page.click(`#dial-${dial} .was button`);
    await settled(page);
    expect(await page.isHidden(`#error-${dial}`), "the mistake stays");
    mayFail = false;
    writeFileSync(file, text.replace("market", "markt"));
    await page.waitForSelector("#errors:not([hidden])", { timeout: 60000 });
    expect(/markt/.test(await page.innerText("#problems")), "the mistake is not told");
    writeFileSync(file, text.replace(/title = "(.*)"/, 'title = "$1, mended"'));
    await wait(page, () => /mended/.test(document.title), "the mended file is read");
    await page.context().close();
  },
};

const first = await (await fetch(address)).text();
dial = JSON.parse(/id="told">(.*?)<\/script>/s.exec(first)[1]).dials.findIndex(({ key }) => key.endsWith("questions.per_day"));
DIAL = `#text-${dial}`;
const browser = await chromium.launch({ executablePath: process.env.REACHSIM_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
for (const [name, step] of Object.entries(steps).filter(([name]) => name.includes(only))) {
  const before = faults.length, begin = performance.now();
  await step(browser).catch(error => faults.push(`${error}`.slice(0, 600)));
  faults.push(...complaints.splice(0).map(said => `console: ${said}`));
  console.log(`${faults.length > before ? "FAILED" : "ok"}, ${((performance.now() - begin) / 1000).toFixed(1)} s: ${name}`);
  faults.slice(before).forEach(words => console.log(`  ${words}`));
  if (faults.length > before) break;
}
const foreign = asked.filter(url => !url.startsWith(address.split(/[?#]/)[0]) && !/^(data|blob):/.test(url));
foreign.forEach(url => faults.push(url));
console.log(`${asked.length} requests, ${foreign.length} of them elsewhere ${foreign.slice(0, 3)}`);
await browser.close();
process.exit(faults.length ? 1 : 0);
