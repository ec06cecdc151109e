from rest_framework.routers import DefaultRouter

from .viewsets import LoanViewSet

router = DefaultRouter()
router.register(r"loans", LoanViewSet, basename="loan")
