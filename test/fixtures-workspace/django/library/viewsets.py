from rest_framework import permissions, status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response


class LoanViewSet(viewsets.ModelViewSet):
    permission_classes = [permissions.IsAuthenticated]

    def create(self, request):
        loan = Loan.objects.create(**request.data)
        return Response(LoanSerializer(loan).data, status=status.HTTP_201_CREATED)
        #                                                        ^^^^^^^^^^^^^^^^ 201 sent django-rest-framework POST /api/loans

    def destroy(self, request, pk=None):
        loan = Loan.objects.filter(pk=pk).first()
        if loan is None:
            return Response(status=status.HTTP_400_BAD_REQUEST)
            #                             ^^^^^^^^^^^^^^^^^^^^ 400 sent django-rest-framework DELETE /api/loans/<pk> ! not-found-is-404
        loan.delete()
        return Response(status=status.HTTP_204_NO_CONTENT)
        #                             ^^^^^^^^^^^^^^^^^^^ 204 sent django-rest-framework DELETE /api/loans/<pk>

    @action(detail=True, methods=["post"])
    def extend(self, request, pk=None):
        if not request.user.has_perm("library.extend_loan"):
            return Response(status=401)
            #                      ^^^ 401 sent django-rest-framework POST /api/loans/<pk>/extend ! forbidden-for-authenticated
        return Response({"extended": True})
