# what: HTML, Markdown, LaTeX, JSON, SVG and images are displayed, and an object shows itself.

# %% after check-forward
from IPython.display import HTML, JSON, SVG, Latex, Markdown, clear_output, display

display(HTML("<b>bold</b><table><tr><td>1</td></tr></table>"))
display(Markdown("# a heading"), Latex("$x^2$"), JSON({"a": [1, 2]}))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg'><circle r='3'/></svg>"))
handle = display("first", display_id=True)
handle.update("second")
clear_output()


class Shown:
    def _repr_html_(self):
        return "<i>shown</i>"

    def _repr_png_(self):
        raise RuntimeError("no picture")


Shown()
