from django.http import HttpResponse, JsonResponse
from django.views import View
from django.views.decorators.http import require_GET


@require_GET
def book(request, pk):
    found = Book.objects.filter(pk=pk).first()
    if found is None:
        return JsonResponse({"error": "No such book"}, status=400)
        #                                                     ^^^ 400 sent django GET /library/books/<int:pk> ! not-found-is-404
    return JsonResponse(found.as_dict())


def notes(request, pk):
    if not request.user.has_perm("library.read_notes"):
        return HttpResponse("Not yours", status=401)
        #                                       ^^^ 401 sent django - /library/books/<int:pk>/notes ! forbidden-for-authenticated
    return JsonResponse({"notes": notes_of(pk)})


class AuthorView(View):
    def get(self, request, slug):
        author = Author.objects.filter(slug=slug).first()
        if author is None:
            return JsonResponse({"error": "No such author"}, status=404)
            #                                                       ^^^ 404 sent django GET /library/authors/<slug>
        return JsonResponse(author.as_dict())
