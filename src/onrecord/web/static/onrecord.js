// Mark a passage in a contribution: two small buttons copy it with its reference, or a link to the very words.
// Nothing on the site needs this script.
(() => {
  "use strict";
  const bar = document.createElement("div");
  bar.className = "passage";
  bar.hidden = true;
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "The marked passage");
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  let passage = null;

  const button = (label, text) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", async () => {
      const done = passage && (await copy(text(passage)));
      said.textContent = done ? "Copied" : "Not copied: the browser does not allow it";
    });
    bar.append(made);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      field.className = "unseen";
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };

  // The marked words, if they stand within the words of one contribution.
  const marked = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const inside = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("article.said");
    const article = inside(range.startContainer);
    if (!article || article !== inside(range.endContainer)) return null;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    const permalink = article.querySelector("a.permalink");
    return words && permalink ? { words, range, article, permalink } : null;
  };

  const part = (text) => encodeURIComponent(text).replace(/-/g, "%2D");

  const link = ({ words, permalink }) => {
    const all = words.split(" ");
    const text = all.length > 12 ? `${part(all.slice(0, 5).join(" "))},${part(all.slice(-5).join(" "))}` : part(words);
    return `${permalink.href}:~:text=${text}`;
  };

  const quotation = (found) => {
    const who = found.article.querySelector(".name")?.textContent.trim();
    const reference = [who, found.permalink.title].filter(Boolean).join(", ");
    return `“${found.words}”${reference ? ` (${reference})` : ""} ${found.permalink.href}`;
  };

  button("Copy quotation with reference", quotation);
  button("Copy link to this passage", link);
  bar.append(said);
  document.body.append(bar);

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (bar.contains(document.activeElement) && !marked()) return;
      passage = marked();
      bar.hidden = !passage;
      if (!passage) return;
      said.textContent = "";
      const box = passage.range.getBoundingClientRect();
      bar.style.top = `${scrollY + box.bottom + 6}px`;
      bar.style.left = `${Math.max(8, Math.min(box.left, innerWidth - bar.offsetWidth - 8))}px`;
    }, 150);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") bar.hidden = true;
  });
})();
