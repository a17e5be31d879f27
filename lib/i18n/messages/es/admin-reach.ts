/** Ways through the administration by keyboard, and lists as files. */
import type { Translated } from "../../translated.ts";
import type { adminReach as english } from "../en/admin-reach.ts";

export const adminReach: Translated<typeof english> = {
  palette: {
    open: "Ir a…",
    title: "Ir a una página, persona, grupo o aplicación",
    placeholder: "Nombre o correo electrónico",
    none: "Nada coincide.",
    searching: "Buscando…",
    found: "Resultados: {count}",
    failed: "La búsqueda no ha funcionado. Inténtalo de nuevo.",
  },
  keys: {
    button: "Teclado",
    title: "Atajos de teclado",
    lead: "En las listas, mientras no escribes.",
    use: "Usar teclas sueltas",
    search: "Ir a la búsqueda",
    move: "Fila siguiente y anterior",
    select: "Seleccionar la fila",
    open: "Abrir la fila",
    help: "Mostrar esta ayuda",
    palette: "Ir a cualquier sitio",
  },
  export: {
    csv: "CSV",
    jsonl: "JSON Lines",
    label: "Exportar los resultados",
    as: "Exportar los resultados como {format}",
    running: "Entradas: {count} · {size}",
    done: "Exportado. Entradas: {count} · {size}",
  },
};
