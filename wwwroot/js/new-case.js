// Extra: while a request is written down, earlier cases and topics follow what is typed. The button does the same.
const form = document.getElementById("new-case");
const look = document.getElementById("look");
let timer;
let asked = 0;

async function refresh() {
  const turn = ++asked;
  const answer = await fetch(form.dataset.look, { method: "POST", body: new FormData(form) }).catch(() => null);
  if (!answer?.ok || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("look");
  // Nothing is taken away from under someone's fingers.
  if (!fresh || look.contains(document.activeElement)) return;
  const chosen = look.querySelector("input[name='Input.Topic']:checked")?.value;
  look.replaceChildren(...fresh.childNodes);
  if (chosen !== undefined) {
    const same = [...look.querySelectorAll("input[name='Input.Topic']")].find((radio) => radio.value === chosen);
    if (same) same.checked = true;
  }
}

form.addEventListener("input", (event) => {
  if (look.contains(event.target) && event.target.name !== "Input.Find") return;
  clearTimeout(timer);
  timer = setTimeout(refresh, 500);
});
