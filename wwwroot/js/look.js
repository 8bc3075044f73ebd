// Extra: while a request or a call is written down, earlier cases and topics follow what is typed. The button does the same.
const form = document.querySelector("form[data-look]");
const parts = ["seen", "topics"].map((id) => document.getElementById(id)).filter(Boolean);
const says = document.getElementById("look-says");
let timer;
let asked = 0;

const chosenIn = (part) => part.querySelector("input[type='radio']:checked")?.value;

// Whether a part says something else now; what is chosen doesn't count.
function put(part, fresh) {
  // Nothing is taken away from under someone's fingers.
  if (!fresh || part.contains(document.activeElement) || part.textContent === fresh.textContent) return false;
  const chosen = chosenIn(part);
  part.replaceChildren(...fresh.childNodes);
  for (const radio of part.querySelectorAll("input[type='radio']")) if (radio.value === chosen) radio.checked = true;
  return true;
}

async function refresh() {
  const turn = ++asked;
  const answer = await fetch(form.dataset.look, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const changed = parts.map((part) => put(part, page.getElementById(part.id)));
  if (changed.some(Boolean)) says.textContent = form.dataset.says;
}

form.addEventListener("input", (event) => {
  if (parts.some((part) => part.contains(event.target))) return;
  says.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(refresh, 500);
});
