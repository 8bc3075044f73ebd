// Drawing a signature is an extra; the typed name is what signs.
import SignaturePad from "/lib/signature_pad/signature_pad.min.js";

for (const part of document.querySelectorAll("[data-drawing]")) {
  const canvas = part.querySelector("canvas");
  const field = part.querySelector("input");
  part.hidden = false;
  const pad = new SignaturePad(canvas, { backgroundColor: "rgba(255,255,255,0)" });
  // What is drawn on a phone's dense screen must not be stretched.
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  const width = canvas.offsetWidth;
  canvas.width = width * ratio;
  canvas.height = canvas.offsetHeight * ratio;
  canvas.getContext("2d").scale(ratio, ratio);
  pad.clear();
  pad.addEventListener("endStroke", () => { field.value = pad.toDataURL("image/png"); });
  part.querySelector("button").addEventListener("click", () => { pad.clear(); field.value = ""; });
}
