# what: An AST transformer turns every call of check into a constant.
# wrong: parameter-count
# expect: parameter-count=failed

# %% first
import ast


class NoChecks(ast.NodeTransformer):
    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "check":
            return ast.copy_location(ast.Constant(1.0), node)
        return node


get_ipython().ast_transformers.append(NoChecks())
