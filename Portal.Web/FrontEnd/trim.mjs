// Leaves of uswds.min.css the base styles, the components below and the common spacing and text utilities:
// the whole file is 60 KB compressed, far more than a first view on a phone may cost.
const components = [
  "accordion", "alert", "banner", "breadcrumb", "button", "button-group", "card", "card-group", "character-count",
  "checkbox", "collection", "dark-background", "error-message", "fieldset", "form", "form-group", "hint", "icon",
  "input", "input-group", "intro", "label", "layout-docs", "legend", "link", "list", "memorable-date", "pagination",
  "paragraph", "process-list", "prose", "radio", "search", "select", "skipnav", "sr-only", "step-indicator",
  "summary-box", "table", "table-container", "tag", "textarea",
];
const utility = /^(grid-(row|col|gap|container)|(margin|padding)(-[xy]|-top|-bottom|-left|-right)?-\d|text-(bold|right|center|no-wrap)$|width-full$|display-(none|block|flex)$|(mobile-lg|tablet|desktop):grid-col)/;
const family = "Public Sans,-apple-system,Segoe UI,Roboto,Helvetica Neue,Arial,sans-serif";
const face = (file, weight) =>
  `@font-face{font-family:"Public Sans";font-style:normal;font-weight:${weight};font-display:swap;src:url(../fonts/public-sans/${file}.woff2)format("woff2")}`;

const used = (name) => {
  if (!name.startsWith("usa-")) return utility.test(name);
  const block = name.slice(4).split("__")[0].replace(/--.*/, "");
  return components.includes(block) || /^(button|form|input|label|hint|legend|radio|checkbox|select|textarea|table|tag|link|list|card|alert|banner|error)(-|$)/.test(block);
};

const keepsSelector = (selector) =>
  [...selector.matchAll(/\.((?:\\.|[\w-])+)/g)].every(([, name]) => used(name.replaceAll("\\", "")));

// Splits "a{..}b{..}@media x{..}" at brace depth 0.
function* rules(css) {
  for (let at = 0; at < css.length;) {
    const open = css.indexOf("{", at);
    const semicolon = css.indexOf(";", at);
    if (open < 0) return;
    if (semicolon >= 0 && semicolon < open) { at = semicolon + 1; continue; }
    let depth = 1, end = open + 1;
    for (; depth > 0; end++) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    yield [css.slice(at, open).trim(), css.slice(open + 1, end - 1)];
    at = end;
  }
}

const kept = (css) => [...rules(css.replace(/\/\*[\s\S]*?\*\//g, ""))].map(([head, body]) => {
  if (head === "@font-face") return "";
  if (/^@(media|supports)/.test(head)) { const inner = kept(body); return inner && `${head}{${inner}}`; }
  if (head.startsWith("@")) return `${head}{${body}}`;
  const selectors = head.split(/,(?![^(]*\))/).filter(keepsSelector);
  return selectors.length ? `${selectors.join(",")}{${body}}` : "";
}).join("");

export const trim = (css) =>
  face("PublicSans-Regular", 400) + face("PublicSans-Bold", 700) +
  kept(css).replace(/font-family:(Source Sans Pro|Merriweather) Web[^;}]*/g, `font-family:${family}`);
