from django.contrib.auth.decorators import login_required
from django.urls import path, re_path

from . import views
from .views import AuthorView

app_name = "library"
urlpatterns = [
    path("books/<int:pk>/", views.book, name="book"),
    path("books/<int:pk>/notes/", login_required(views.notes)),
    re_path(r"^authors/(?P<slug>[\w-]+)/$", AuthorView.as_view()),
]
