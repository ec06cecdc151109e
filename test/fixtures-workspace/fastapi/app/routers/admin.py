from fastapi import APIRouter, Depends, HTTPException

from ..dependencies import current_caller

router = APIRouter(prefix="/admin", dependencies=[Depends(current_caller)])
reports = APIRouter(prefix="/reports")


@reports.get("/{name}")
async def report(name: str):
    if not await has_permission("report", name):
        raise HTTPException(401, "Not your report")
        #                   ^^^ 401 sent fastapi GET /admin/reports/{name} ! forbidden-for-authenticated
    return await store.report(name)


router.include_router(reports)
