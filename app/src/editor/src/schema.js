// What the body of a document may hold; the server's cleaner has the last word.
import { Extension, Mark } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import Image from "@tiptap/extension-image";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";

const mark = (name, tag) => Mark.create({
  name,
  excludes: name === "subscript" ? "superscript" : "subscript",
  parseHTML: () => [{ tag }],
  renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
});

// Alignment as a class, because the pages allow no style attributes.
const Alignment = Extension.create({
  name: "alignment",
  addGlobalAttributes: () => [{
    types: ["paragraph", "heading"],
    attributes: {
      align: {
        default: null,
        parseHTML: (element) => {
          // Read from the text of the attribute: the security policy keeps the browser from applying it.
          const styled = /text-align:\s*(center|right)/.exec(element.getAttribute("style") || "");
          const said = styled ? styled[1] : element.getAttribute("align");
          if (element.classList.contains("align-center") || said === "center") return "center";
          return element.classList.contains("align-right") || said === "right" ? "right" : null;
        },
        renderHTML: ({ align }) => (align ? { class: `align-${align}` } : {}),
      },
    },
  }],
  addCommands: () => ({
    align: (align) => ({ commands }) =>
      ["paragraph", "heading"].map((type) => commands.updateAttributes(type, { align })).some(Boolean),
  }),
});

// Without the column widths that the original writes as styles.
const PlainTable = Table.extend({
  renderHTML: () => ["table", ["tbody", 0]],
}).configure({ resizable: false });

const plainCell = (cell) => cell.extend({
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: (it) => Number(it.getAttribute("colspan") || 1), renderHTML: ({ colspan }) => (colspan > 1 ? { colspan } : {}) },
    rowspan: { default: 1, parseHTML: (it) => Number(it.getAttribute("rowspan") || 1), renderHTML: ({ rowspan }) => (rowspan > 1 ? { rowspan } : {}) },
    colwidth: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
  }),
});

export const extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    strike: false,
    dropcursor: false,
    trailingNode: false,
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: false, linkOnPaste: false, protocols: ["http", "https", "mailto"], HTMLAttributes: { target: null, rel: null, class: null } },
  }),
  mark("subscript", "sub"),
  mark("superscript", "sup"),
  Alignment,
  Image.configure({ inline: true, allowBase64: false }),
  PlainTable,
  TableRow,
  plainCell(TableHeader),
  plainCell(TableCell),
];
