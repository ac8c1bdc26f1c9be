# what: Markdown and raw cells of the learner's carry scripts, frames, styles and links.

# %% [markdown] before forward
# <script>PWN()</script>
# <img src=x onerror="PWN()">
# [click](javascript:PWN()) <a href="javascript:PWN()">here</a>
# <iframe srcdoc="<script>PWN()</script>"></iframe><svg onload=PWN()>
# ```
# </code></pre><script>PWN()</script>
# ```
# <details open ontoggle=PWN()>

# %% [markdown] after check-forward
# ````
# </pre>
# ```
# <style>*{display:none}</style><form action=javascript:PWN()><input autofocus onfocus=PWN()>
# $\href{javascript:PWN()}{x}$ <math><mtext></form><form><mglyph><style></math><img src onerror=PWN()>

# %% [raw] last
# <script>PWN()</script>
