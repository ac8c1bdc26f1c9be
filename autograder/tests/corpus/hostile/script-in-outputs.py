# what: Scripts, frames and handlers are displayed as HTML, SVG, JavaScript, Markdown and widgets.

# %% before forward
from IPython.display import HTML, SVG, IFrame, Javascript, Markdown, display

display(HTML("<script>PWN()</script><img src=x onerror=PWN()><iframe srcdoc='<script>PWN()</script>'></iframe>"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='PWN()'><script>PWN()</script></svg>"))
display(Javascript("PWN()"))
display(Markdown("<script>PWN()</script> [click](javascript:PWN()) ![x](x\" onerror=\"PWN())"))
display(IFrame("javascript:PWN()", 10, 10))
display({"text/html": "<body onload=PWN()>", "application/javascript": "PWN()", "text/latex": "</script><script>PWN()</script>",
         "application/vnd.jupyter.widget-view+json": {"model_id": "PWN"}, "image/svg+xml": "<svg onload=PWN()>",
         "text/plain": "<script>PWN()</script>", "image/png": "\"><script>PWN()</script>"}, raw=True)
print("<script>PWN()</script>")

# %% before parameter-count
class Shown:
    def _repr_html_(self):
        return "<meta http-equiv=refresh content='0;url=javascript:PWN()'><base href='javascript:PWN()//'>"

    def _repr_mimebundle_(self, **kwargs):
        return {"text/html": "<form action='javascript:PWN()'><button formaction='javascript:PWN()'>"}, {"isolated": True}


Shown()
