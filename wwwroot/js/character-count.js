// Counts down below a long text field as TextLength.cs counts: a line break, an emoji, and a letter with its accents are one.
const longestCharacter = 32;
const segmenter = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });
// The server writes numbers as in the United States, in both languages.
const language = `${document.documentElement.lang}-US`;

export const count = (text) => {
  let total = 0;
  // A text area's value has \n for a line break, which is one segment like \r\n.
  for (const part of segmenter ? segmenter.segment(text) : text) total += Math.ceil((part.segment ?? part).length / longestCharacter);
  return total;
};

for (const place of document.querySelectorAll("[data-count-for]")) {
  const field = document.getElementById(place.dataset.countFor);
  const [shown, spoken] = place.children;
  const limit = Number(place.dataset.limit);
  let pause;

  const update = () => {
    const left = limit - count(field.value);
    const sentence = (left < 0 ? place.dataset.over : place.dataset.left).replace("{0}", Math.abs(left).toLocaleString(language));
    shown.textContent = sentence;
    shown.classList.toggle("character-count--over", left < 0);
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = sentence), 1500);
  };

  field.addEventListener("input", update);
  if (field.value) {
    update();
    clearTimeout(pause);
  }
}
